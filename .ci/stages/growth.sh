#!/usr/bin/env bash
# Only when asked for. Readers of text, given up to 10 MB of what it likes least: four times the text, less than eight times the time.
exec bash .ci/tagged-tests.sh growth
