#!/usr/bin/env bash
# What the program asks the system for: no connection, no process, no file but those that it is to write.
source .ci/lib.sh
install_package strace strace
need strace "privileges"
run "the jar" "$function" --version
expect "exit code 0" [ "$code" -eq 0 ]
java=java
! jdk=$(find_jdk 25) || java=$jdk/bin/java

mkdir "$WORK/package"
cp "$repository"/.ci/fixtures/base/{access,deployment,deployment-variables,migration-job}.yaml "$WORK/package/"
cat "$repository"/.ci/fixtures/base/{access,deployment,deployment-variables,migration-job}.yaml |
  sed 's/^apiVersion/---\n&/' >"$WORK/stream.yaml"

# Without the launcher, which is a shell; another test holds what that one starts.
traced() {
  strace -f -qq -s 200 -o "$WORK/trace" -e trace=%network,%process,openat,open,creat,mkdir,rename,renameat,renameat2 \
    "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -jar "$repository/target/migration-gate.jar" "$@" \
    <"$WORK/stream.yaml"
}

# A local socket is glibc's, to ask a name service who the user is. With the Java library that reads files comes one that
# makes a socket, connects it to nothing, and so learns whether there is IPv6.
connects() {
  grep -E '(connect|bind|listen|accept4?|sendto|sendmsg|sendmmsg)\(' "$WORK/trace" | grep -v 'AF_UNIX'
}
# Threads share the memory; processes do not. The java command may start itself anew.
starts() {
  grep -E '(fork|vfork|clone|clone3)\(|execve\(' "$WORK/trace" | grep -v CLONE_THREAD | grep -v '/bin/java"'
}
# What the JVM tells the kernel of itself is no file.
writes() {
  grep -E 'O_WRONLY|O_RDWR|O_CREAT|(mkdir|rename|renameat|renameat2|creat)\(' "$WORK/trace" |
    grep -vE '"/(proc/self|dev)/|ENOENT|resumed'
}
nothing() {
  ! "$@" | tee "$WORK/traced" | grep -q .
}
expect_no_more() {
  expect "it was traced" grep -q 'execve(' "$WORK/trace"
  expect "no connection" nothing connects
  expect "no process" nothing starts
}

for arguments in "" "render $WORK/package" "check $WORK/package" "check --format json -" "graph $WORK/package" \
  "graph --format svg -" "explain gate-missing" "rules --format json" "completion bash" "--help"; do
  # shellcheck disable=SC2086 # arguments are words
  run "migration-gate $arguments" traced $arguments
  expect "exit code 0 or 1" [ "$code" -le 1 ]
  expect_no_more
  expect "nothing is written" nothing writes
done

# elsewhere FOLDER: what is written outside of it.
elsewhere() {
  writes | grep -vF "\"$1"
}
run "migration-gate set" traced set IMAGE_TAG=v9.9.9 "$WORK/package"
expect "exit code 0" [ "$code" -eq 0 ]
expect_no_more
expect "it writes, and the trace shows it" grep -q 'rename.*deployment-variables.yaml' "$WORK/trace"
expect "nothing is written elsewhere" nothing elsewhere "$WORK/package"

run "migration-gate init" traced init bookings --registry registry.example.com/team "$WORK/new"
expect "exit code 0" [ "$code" -eq 0 ]
expect_no_more
expect "it writes, and the trace shows it" grep -q "O_CREAT.*\|mkdir" "$WORK/trace"
expect "nothing is written elsewhere" nothing elsewhere "$WORK/new"

# A test that cannot see a connection proves nothing.
see_a_connection() {
  strace -f -qq -o "$WORK/trace" -e trace=%network bash -c ': >/dev/tcp/127.0.0.1/9'
}
run "a program that connects" see_a_connection
expect "shows" [ -n "$(connects)" ]
finish
