#!/usr/bin/env bash
# Formatting, by a JDK of 21 or newer: the formatter does not run on 17.
. .ci/lib.sh

newer_jdk() {
  local release version
  for release in "${JAVA_HOME:-/none}" /usr/lib/jvm/*; do
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release/release" 2>/dev/null)
    [ "${version:-0}" -ge 21 ] && echo "$release" && return
  done
  return 1
}

jdk=$(newer_jdk) || { could_not_run "lint: no JDK of 21 or newer on this machine"; finish; }
run "spotless on $jdk" env JAVA_HOME="$jdk" mvn -q -B -ntp -Plint spotless:check
expect "every file is formatted" [ "$code" -eq 0 ]
finish
