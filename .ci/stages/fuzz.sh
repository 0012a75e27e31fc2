#!/usr/bin/env bash
# Fuzz targets from their seeds: a quarter of a minute each, or $FUZZ_SECONDS each.
source .ci/lib.sh
need mvn fuzz

targets=(Expressions FunctionConfig ShellScripts TwoReaders WholeRun YamlEdits)
run "fuzz/run" "$repository/fuzz/run" "${FUZZ_SECONDS:-15}" "${targets[@]}"
cat "$out"
expect "exit code 0" [ "$code" -eq 0 ]
expect "every target ran" [ "$(grep -c '^Done [0-9]* runs' "$out")" -eq ${#targets[@]} ]
finish
