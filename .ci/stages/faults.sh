#!/usr/bin/env bash
# What goes wrong around a run, made to happen: closed pipes, full and read-only disks, files that change meanwhile,
# signals, too little memory. Nothing may be lost or half-written, and the exit code must tell.
source .ci/lib.sh
install_package strace strace
need strace "faults"
need setpriv "faults"
java=$(find_jdk 25)/bin/java || java=java
jar=$repository/target/migration-gate.jar

run "the jar" "$function" --version
expect "exit code 0" [ "$code" -eq 0 ]

chmod 755 "$WORK"
disk=$WORK/disk
mkdir "$disk"
unmount_disk() {
  umount "$disk" 2>/dev/null
}
trap unmount_disk EXIT
trap 'exit 130' HUP INT TERM

# Straight, without the launcher in between, where signals and system calls are counted.
program() {
  "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -jar "$jar" "$@"
}

# slowly CALL COMMAND…: each such system call waits for two seconds before it happens.
slowly() {
  local call=$1
  shift
  strace -f -qq -o "$WORK/trace" -e trace="$call" -e inject="$call:delay_enter=2s" \
    "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -jar "$jar" "$@"
}

# A package of many resources: more than a pipe holds.
package() {
  rm -rf "${1:?}"/k8s
  mkdir -p "$1/k8s"
  cp "$repository"/.ci/fixtures/base/{access,deployment,deployment-variables,migration-job}.yaml "$1/k8s/"
}
many() {
  cat "$repository"/.ci/fixtures/base/deployment-variables.yaml
  local i
  for ((i = 0; i < $1; i++)); do
    printf -- '---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings-%s\ndata:\n  text: %080d\n' "$i" "$i"
  done
}
many 3000 >"$WORK/many.yaml"
package "$WORK"
variables=$WORK/k8s/deployment-variables.yaml
cp "$variables" "$WORK/before"

one_line() {
  [ "$(wc -l <"$err")" -eq 1 ] && grep -q '^migration-gate: ' "$err"
}
as_before() {
  cmp -s "$WORK/before" "${1:-$variables}"
}
# Hidden files are what an edit in progress looks like.
nothing_is_left_in() {
  [ -z "$(find "$1" -name '.*' -type f)" ]
}
# same_as_one_of FOLDER OTHER…: each file is that of one of the others, byte for byte.
same_as_one_of() {
  local folder=$1 file other
  shift
  for file in "$folder"/*; do
    for other; do
      cmp -s "$file" "$other/${file##*/}" && continue 2
    done
    return 1
  done
}
expect_refusal() {
  expect "exit code 2" [ "$code" -eq 2 ]
  expect "one line says why" one_line
}

# --- stdout

for arguments in "" "render $WORK/many.yaml" "check $WORK/k8s" "check --format json $WORK/k8s" "graph $WORK/k8s" \
  "graph --format svg $WORK/k8s" "rules" "rules --format json" "explain gate-missing" "--help" "completion bash"; do
  into_a_full_device() {
    # shellcheck disable=SC2086 # arguments are words
    "$function" $arguments <"$WORK/many.yaml" >/dev/full
  }
  run "migration-gate $arguments, stdout is full" into_a_full_device
  expect "exit code 2" [ "$code" -eq 2 ]
  expect "it says why" grep -q '^migration-gate: .*stdout' "$err"
done

into_a_closed_pipe() {
  "$function" "$@" <"$WORK/many.yaml" 2>"$WORK/pipe-err" | head -c 1 >/dev/null
  return "${PIPESTATUS[0]}"
}
for arguments in "" "render $WORK/many.yaml"; do
  # shellcheck disable=SC2086 # arguments are words
  run "migration-gate $arguments, the reader goes after one byte" into_a_closed_pipe $arguments
  cp "$WORK/pipe-err" "$err"
  expect_refusal
done

without_stdin() {
  "$function" <&-
}
run "stdin is closed" without_stdin
expect_refusal
expect "stdout is empty" [ ! -s "$out" ]

# --- disks

mount -t tmpfs -o size=64k tmpfs "$disk" || could_not_run "faults: no tmpfs can be mounted here"
package "$disk"
fill_disk() {
  cat /dev/zero >"$disk/filler" 2>/dev/null
}
fill_disk
run "set, disk full" "$function" set IMAGE_TAG=v9.9.9 "$disk/k8s"
expect_refusal
expect "the file is as before" as_before "$disk/k8s/deployment-variables.yaml"
expect "nothing is left" nothing_is_left_in "$disk"

run "fix, disk full" "$function" fix --wire "$disk/k8s"
expect "exit code 2" [ "$code" -eq 2 ]
expect "the files are as before" same_as_one_of "$disk/k8s" "$WORK/k8s"
expect "nothing is left" nothing_is_left_in "$disk"

run "init, disk full" "$function" init bookings --registry registry.example.com/team "$disk/new"
expect "exit code 2" [ "$code" -eq 2 ]
expect "no half of a package is left" [ -z "$(find "$disk" -path '*new*' -type f)" ]

echo "the report of yesterday" >"$WORK/report"
rm "$disk/filler"
cp "$WORK/report" "$disk/report"
fill_disk
run "check --output, disk full" "$function" check --format json --output "$disk/report" "$disk/k8s"
expect "exit code 2" [ "$code" -eq 2 ]
expect "the former report stands, whole" cmp -s "$WORK/report" "$disk/report"
expect "nothing is left" nothing_is_left_in "$disk"

rm -f "$disk/filler"
mount -o remount,ro "$disk"
run "set, read-only disk" "$function" set IMAGE_TAG=v9.9.9 "$disk/k8s"
expect_refusal
expect "the file is as before" as_before "$disk/k8s/deployment-variables.yaml"
run "check --output, read-only disk" "$function" check --format json --output "$disk/report" "$disk/k8s"
expect "exit code 2" [ "$code" -eq 2 ]
unmount_disk

as_nobody() {
  setpriv --reuid 65534 --regid 65534 --clear-groups "$java" -jar "$jar" "$@"
}
mkdir "$WORK/theirs"
package "$WORK/theirs"
run "set, a folder of somebody else" as_nobody set IMAGE_TAG=v9.9.9 "$WORK/theirs/k8s"
expect_refusal
expect "the file is as before" as_before "$WORK/theirs/k8s/deployment-variables.yaml"
chmod 666 "$WORK/theirs/k8s/deployment-variables.yaml"
run "set, a file for all in a folder of somebody else" as_nobody set IMAGE_TAG=v9.9.9 "$WORK/theirs/k8s"
expect_refusal
expect "the file is as before" as_before "$WORK/theirs/k8s/deployment-variables.yaml"
chmod 000 "$WORK/theirs/k8s/migration-job.yaml"
run "check, a file that nobody may read" as_nobody check "$WORK/theirs/k8s"
expect "exit code 2" [ "$code" -eq 2 ]
expect "it is named" grep -q 'migration-job.yaml' "$err"
chmod 000 "$WORK/theirs/k8s"
run "check, a folder that nobody may read" as_nobody check "$WORK/theirs/k8s"
expect_refusal
chmod 755 "$WORK/theirs/k8s"

mkdir -p "$WORK/loops/k8s"
cp "$WORK"/k8s/*.yaml "$WORK/loops/k8s/"
ln -s .. "$WORK/loops/k8s/up"
ln -s . "$WORK/loops/k8s/here"
ln -s two "$WORK/loops/k8s/one"
ln -s one "$WORK/loops/k8s/two"
ln -s one.yaml "$WORK/loops/k8s/one.yaml"
for command in check render graph; do
  run "$command, links that lead in circles" timeout 120 "$java" -jar "$jar" $command "$WORK/loops"
  expect "it ends, and says so" [ "$code" -lt 3 ]
  expect "no stack trace" [ "$(grep -c '^\sat ' "$err")" -eq 0 ]
done

# --- meanwhile

while_it_writes() {
  slowly fsync set IMAGE_TAG=v9.9.9 "$WORK/k8s" &
  local process=$! i
  # Staged, and not yet in place.
  for ((i = 0; i < 600; i++)); do
    [ -n "$(find "$WORK/k8s" -name '.*' -type f)" ] && break
    sleep 0.05
  done
  "$@"
  wait "$process"
}
append_a_line() {
  echo '# somebody else was here' >>"$variables"
  cp "$variables" "$WORK/before"
}
run "set, the file changes meanwhile" while_it_writes append_a_line
expect_refusal
expect "what somebody else wrote stands" as_before
expect "nothing is left" nothing_is_left_in "$WORK/k8s"

run "set, the file vanishes meanwhile" while_it_writes rm "$variables"
expect_refusal
expect "it is not made anew" [ ! -e "$variables" ]
expect "nothing is left" nothing_is_left_in "$WORK/k8s"
cp "$WORK/before" "$variables"

send() {
  # Of those two processes the one that is not strace; others may trace something else.
  pkill "-$1" -P "$(pgrep -n -f "^strace .* $WORK/trace ")"
}
run "set, SIGTERM in the middle" while_it_writes send TERM
expect "the exit code tells" [ "$code" -eq 143 ]
expect "the file is as before" as_before
expect "nothing is left" nothing_is_left_in "$WORK/k8s"

run "set, SIGKILL in the middle" while_it_writes send KILL
expect "the exit code tells" [ "$code" -eq 137 ]
expect "the file is as before" as_before
find "$WORK/k8s" -name '.*' -type f -delete

stopped_while_it_reads() {
  mkfifo "$WORK/pipe"
  "$java" -jar "$jar" <"$WORK/pipe" &
  exec 9>"$WORK/pipe"
  cat "$WORK/many.yaml" >&9
  sleep 1
  kill "$!"
  wait "$!"
  local ended=$?
  exec 9>&-
  return "$ended"
}
run "the function, SIGTERM before its input ends" stopped_while_it_reads
expect "the exit code tells" [ "$code" -eq 143 ]
expect "stdout is empty" [ ! -s "$out" ]

two_at_once() {
  program set "$1" "$WORK/k8s" >"$WORK/other" 2>&1 &
  program set "$2" "$WORK/k8s"
  first=$?
  wait $!
  second=$?
}
for turn in 1 2 3; do
  run "two at once, turn $turn" two_at_once "IMAGE_TAG=v1.$turn" "IMAGE_TAG=v2.$turn"
  expect "each is done or refused" [ "$((first | second))" -le 2 ]
  expect "one is done" [ "$((first * second))" -eq 0 ]
  expect "the file is whole, with one of the values" \
    [ "$(sed -E "s/(IMAGE_TAG: *\"?)v[12]\.$turn/\1TAG/" "$variables" | md5sum)" = \
    "$(sed -E 's/(IMAGE_TAG: *"?)[^" #]+/\1TAG/' "$WORK/before" | md5sum)" ]
  expect "nothing is left" nothing_is_left_in "$WORK/k8s"
done

two_fixes_at_once() {
  program fix --wire "$WORK/fixed/k8s" >"$WORK/other" 2>&1 &
  program fix --wire "$WORK/fixed/k8s"
  first=$?
  wait $!
  second=$?
}
mkdir "$WORK/alone" "$WORK/fixed"
package "$WORK/alone"
program fix --wire "$WORK/alone/k8s" >/dev/null 2>&1
for turn in 1 2 3; do
  package "$WORK/fixed"
  run "two fixes at once, turn $turn" two_fixes_at_once
  expect "each is done or refused" [ "$((first | second))" -le 3 ]
  expect "each file is as one fix alone makes it, or as before" same_as_one_of "$WORK/fixed/k8s" \
    "$WORK/alone/k8s" "$repository/.ci/fixtures/base"
  expect "nothing is left" nothing_is_left_in "$WORK/fixed"
done

# --- memory

many 60000 >"$WORK/huge.yaml"
mkdir "$WORK/huge"
ln "$WORK/huge.yaml" "$WORK/huge/"
with_little_memory() {
  JDK_JAVA_OPTIONS=-Xmx24m program "$@" <"$WORK/huge.yaml" 2> >(grep -v '^NOTE: Picked up' >&2)
}
for arguments in "" "render $WORK/huge" "check $WORK/huge" "graph $WORK/huge" "set IMAGE_TAG=v9 $WORK/huge"; do
  # shellcheck disable=SC2086 # arguments are words
  run "migration-gate $arguments, out of memory" with_little_memory $arguments
  sleep 0.2
  expect_refusal
  expect "it says so" grep -q 'memory' "$err"
  expect "stdout is empty" [ ! -s "$out" ]
done
expect "the file is as before" cmp -s "$WORK/huge.yaml" <(many 60000)
finish
