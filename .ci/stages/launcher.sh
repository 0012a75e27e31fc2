#!/usr/bin/env bash
# The launcher on a clean copy, the way a host would start it first.
source .ci/lib.sh
need mvn "the launcher"

clone=$WORK/clone
mkdir "$clone"
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -P -t "$clone"
ln -s "$clone/bin/migration-gate" "$WORK/link"
cd / || exit 1

manifests=$repository/.ci/fixtures/base/deployment-variables.yaml
feed() {
  "$@" <"$manifests"
}

both_at_once() {
  feed "$WORK/link" >"$WORK/other" &
  feed "$WORK/link" && wait $!
}

came_back() {
  cmp -s "$manifests" "$1"
}

run "two at once, on first use, through a link" both_at_once
expect "exit code 0" [ "$code" -eq 0 ]
expect "one reads its manifests and writes nothing but them" came_back "$out"
expect "so does the other" came_back "$WORK/other"
expect "no folder is left in target" [ -z "$(find "$clone/target" -name 'build.*')" ]

touch -d '1 hour ago' "$clone/target/migration-gate.jar"
run "the sources are newer than the jar" feed "$WORK/link"
expect "exit code 0" [ "$code" -eq 0 ]
expect "the jar is built anew" [ -z "$(find "$clone/src/main" -newer "$clone/target/migration-gate.jar")" ]

echo 'no Java' >"$clone/src/main/java/Broken.java"
run "sources that do not compile" feed "$WORK/link"
expect "exit code is not 0" [ "$code" -ne 0 ]
expect "stdout stays empty" [ ! -s "$out" ]
expect "Maven's message is shown" grep -q 'Broken.java' "$err"

rm -r "$clone/src" "$clone/pom.xml"
run "only the jar, as in a release" feed "$WORK/link"
expect "exit code 0" [ "$code" -eq 0 ]

run "no Java" env MIGRATION_GATE_JAVA=/no/java "$WORK/link"
expect "exit code is not 0" [ "$code" -ne 0 ]
expect "one line says so" grep -q 'Java 17' "$err"
finish
