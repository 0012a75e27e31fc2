#!/usr/bin/env bash
# Fuzz targets from their seeds, two at a time: a minute each, or $FUZZ_SECONDS each.
source .ci/lib.sh
need mvn fuzz

targets=(Expressions FunctionConfig ShellScripts WholeRun WiredPackages YamlEdits)
run "fuzz/run" "$repository/fuzz/run" "${FUZZ_SECONDS:-60}" "${targets[@]}"
cat "$out"
expect "exit code 0" [ "$code" -eq 0 ]
expect "every target ran" [ "$(grep -c '^Done [0-9]* runs' "$out")" -eq ${#targets[@]} ]
finish
