#!/usr/bin/env bash
# More than any repository holds, in a heap of 1 GiB: that it ends well, and that twice as much takes twice as long. What
# is compared is processor time, the least of two runs, for other programs run beside this one.
source .ci/lib.sh
need java load

export JDK_JAVA_OPTIONS=-Xmx1g
TIMEFORMAT='%U %S'
# The launcher builds what has changed, and makes the archive.
printf 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n' | "$function" >/dev/null 2>&1

input() {
  "$repository/bench/generate" "$@" >"$WORK/input.yaml"
}

from_stdin() {
  "$@" <"$WORK/input.yaml"
}

input items 50000
run "50,000 resources, $(($(wc -c <"$WORK/input.yaml") >> 20)) MiB" from_stdin "$function"
expect "exit code 0" [ "$code" -eq 0 ]
expect "every resource comes out" [ "$(grep -c '^- apiVersion:\|^  - apiVersion:' "$out")" -eq 50000 ]
expect "every gate is proven" grep -q '^2941 migrations, 5882 workloads, 2941 proven gates; 0 errors' "$err"

input configmap 50
run "one ConfigMap of 50 MB" from_stdin "$function"
expect "exit code 0" [ "$code" -eq 0 ]
expect "it comes out as it came in" cmp -s "$WORK/input.yaml" "$out"

input documents 5000
run "a file of 5,000 documents, check" "$function" check "$WORK/input.yaml"
expect "exit code 0" [ "$code" -eq 0 ]
expect "every gate is proven" grep -q '^294 migrations, 588 workloads, 294 proven gates; 0 errors' "$out"

input services 2000
run "2,000 services with a migration each, in one namespace" from_stdin "$function"
expect "exit code 0" [ "$code" -eq 0 ]
expect "every gate is proven" grep -q '^2000 migrations, 2000 workloads, 2000 proven gates; 0 errors' "$err"

# --- twice as much

# Milliseconds of the processor.
processor_time() {
  local least= now user system
  for _ in 1 2; do
    { time "$@" >"$WORK/out" 2>"$WORK/err" <"$WORK/input.yaml"; } 2>"$WORK/time"
    read -r user system <"$WORK/time"
    now=$(awk -v u="$user" -v s="$system" 'BEGIN {printf "%d", (u + s) * 1000}')
    [ -n "$least" ] && [ "$least" -le "$now" ] || least=$now
  done
  echo "$least"
}

# grows KIND N COMMAND…: N and 2 N.
grows() {
  local kind=$1 number=$2 once twice
  shift 2
  input "$kind" "$number"
  once=$(processor_time "$@")
  input "$kind" $((2 * number))
  twice=$(processor_time "$@")
  echo "  ${*##*/}: $number $kind $once ms, $((2 * number)) $kind $twice ms"
  # A start-up of half a second stands in the first, so this is generous with noise alone.
  expect "twice as much takes about twice as long" [ "$twice" -le $((once * 26 / 10)) ]
}

grows services 1000 "$function"
grows documents 2500 "$function" check "$WORK/input.yaml"
grows services 300 "$function" graph "$WORK/input.yaml"
wired() {
  sed 's/^kind: ResourceList$/&\nfunctionConfig: {apiVersion: fn.migrationgate.dev\/v1alpha1, kind: MigrationGate, metadata: {name: a}, spec: {fix: [wire]}}/' |
    "$function"
}
grows bare 400 wired
finish
