#!/usr/bin/env bash
# bench/run, small and quick: that it measures everything and writes its page, not how fast anything is.
source .ci/lib.sh
for name in kpt go mvn; do need "$name" "bench"; done

run "bench/run --quick" "$repository/bench/run" --quick "$WORK/performance"
expect "exit code 0" [ "$code" -eq 0 ]
expect "every contender has a figure" [ "$(grep -cE '^\| [a-z].* m?s \|' "$WORK/performance/performance.md")" -ge 14 ]
expect "every goal has its line" [ "$(grep -cE '\| (met|\*\*missed\*\*|not measured) \|$' "$WORK/performance/performance.md")" -eq 13 ]
expect "every load has its time and its memory" [ "$(grep -cE '^\| [0-9,]+ .* s \| [1-9][0-9]* MiB \|$' "$WORK/performance/performance.md")" -eq 4 ]
expect "the picture has its curves" grep -q 'migration-gate, JDK 25' "$WORK/performance/performance.svg"
finish
