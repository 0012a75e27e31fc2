#!/usr/bin/env bash
bash .ci/tagged-tests.sh corpus corpus
result=$?
# What fixes come to on each package, refusals and their reasons included.
cat target/corpus-fixes.txt
exit "$result"
