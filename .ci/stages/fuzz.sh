#!/usr/bin/env bash
# Each fuzz target from its seeds: a minute in all, or $FUZZ_SECONDS each.
source .ci/lib.sh
need mvn fuzz

run "fuzz/run" "$repository/fuzz/run" "${FUZZ_SECONDS:-12}"
cat "$out"
expect "exit code 0" [ "$code" -eq 0 ]
expect "every target ran" [ "$(grep -c '^Done [0-9]* runs' "$out")" -eq "$(find fuzz/seeds -mindepth 1 -maxdepth 1 | wc -l)" ]
finish
