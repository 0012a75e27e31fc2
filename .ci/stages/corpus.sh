#!/usr/bin/env bash
exec bash .ci/tagged-tests.sh corpus corpus
