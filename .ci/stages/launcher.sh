#!/usr/bin/env bash
# The launcher on a clean copy, the way a host would start it first, and then again and again.
source .ci/lib.sh
install_package strace strace
install_package busybox busybox
need mvn "the launcher"
need strace "the launcher"
need dash "the launcher"
need busybox "the launcher"
need_jdk 17 "the launcher"
need_jdk 25 "the launcher"
jdk_17=$(find_jdk 17) jdk_25=$(find_jdk 25)

# Spaces, since users have them; the cache is this stage's own.
clone="$WORK/a clone"
export XDG_CACHE_HOME="$WORK/the cache"
mkdir "$clone"
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -P -t "$clone"
launcher=$clone/bin/migration-gate
ln -s "$launcher" "$WORK/link"
cd / || exit 1
unset JAVA_HOME MIGRATION_GATE_JAVA

manifests=$repository/.ci/fixtures/base/deployment-variables.yaml
feed() {
  "$@" <"$manifests"
}

came_back() {
  cmp -s "$manifests" "$1"
}

expect_what_a_run_gives() {
  expect "exit code 0" [ "$code" -eq 0 ]
  expect "the manifests come back, and nothing else" came_back "$out"
  expect "stderr has the closing line and nothing else" [ "$(wc -l <"$err")" -eq 1 ]
}

none_left() {
  [ -z "$(find "$@" 2>/dev/null)" ]
}

archives() {
  find "$XDG_CACHE_HOME" -type f | wc -l
}

# --- first use

both_at_once() {
  feed "$WORK/link" >"$WORK/other" &
  feed "$WORK/link" && wait $!
}

run "two at once, on first use, through a link" both_at_once
expect "exit code 0" [ "$code" -eq 0 ]
expect "one reads its manifests and writes nothing but them" came_back "$out"
expect "so does the other" came_back "$WORK/other"
expect "no folder of a build is left" none_left "$clone/target" "$XDG_CACHE_HOME" -name 'build.*'
expect "there is one archive" [ "$(archives)" -eq 1 ]

# --- the warm path

# From the start of the shell to that of the JVM in its place: no other program, and no other process either.
starts_only_the_jvm() {
  awk '/execve\(/ {programs++} programs == 2 {exit} /(clone|clone3|fork|vfork)\(/ {others++}
    END {exit !(programs == 2 && others == 0)}' "$WORK/trace" && grep -q 'execve(.*/bin/java"' "$WORK/trace"
}

traced() {
  feed strace -f -qq -e trace=execve,clone,clone3,fork,vfork -o "$WORK/trace" "$@"
}

for shell in dash bash "busybox sh"; do
  for java in '' "$jdk_17/bin/java"; do
    # The first run with this Java makes its archive.
    feed env MIGRATION_GATE_JAVA="$java" "$launcher" >/dev/null 2>&1
    # shellcheck disable=SC2086 # "busybox sh" is two words
    run "$shell, ${java:-the newest Java}, warm" traced env MIGRATION_GATE_JAVA="$java" $shell "$launcher"
    expect_what_a_run_gives
    # `env` is a program too; what follows it counts.
    sed -i 1d "$WORK/trace"
    expect "no process but the JVM" starts_only_the_jvm
  done
done
run "JAVA_HOME, warm" traced env JAVA_HOME="$jdk_17" dash "$launcher"
expect_what_a_run_gives
sed -i 1d "$WORK/trace"
expect "no process but the JVM" starts_only_the_jvm

# These refuse to run without their archive.
for insisting in "$jdk_25 -XX:AOTMode=on" "$jdk_17 -Xshare:on"; do
  run "$insisting" feed env MIGRATION_GATE_JAVA="${insisting% *}/bin/java" JDK_JAVA_OPTIONS="${insisting#* }" "$launcher"
  expect "exit code 0" [ "$code" -eq 0 ]
  expect "the archive is one of the function's classes" grep -q 'XX:\(AOTCache\|SharedArchiveFile\)' \
    <(feed env MIGRATION_GATE_JAVA="${insisting% *}/bin/java" strace -f -s 4000 -e trace=execve "$launcher" 2>&1)
done
expect "each Java has one archive" [ "$(archives)" -eq 2 ]

# A class that is in no archive is read from a jar, which takes some 200 microseconds; with all classes in it, each run
# would take 4 ms longer. The equals of a record is made while the program runs, and takes longer than most runs do.
loads_beside_the_archive() {
  local archive input folder=$repository/testdata/fix/whole-rollout
  archive=$(find "$XDG_CACHE_HOME" -name '*@25*')
  for input in "$repository"/testdata/rules/*/fires*/input.yaml; do
    loads_beside_the_archive_for "$input"
  done
  loads_beside_the_archive_for "$folder/input.yaml" "$folder/config.yaml"
}
# loads_beside_the_archive_for INPUT [CONFIGURATION]
loads_beside_the_archive_for() {
  local input=$1 jar=$clone/target/migration-gate.jar
  shift
  "$jdk_25/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:AOTCache="$archive" \
    -XX:AOTMode=on -Xlog:disable -Xlog:class+load:file="$WORK/loaded" \
    -Xbootclasspath/a:"$jar:$clone/target/lib/snakeyaml-engine.jar" -cp "$jar" dev.migrationgate.Main "$@" \
    <"$input" >/dev/null 2>&1
  grep -q 'dev.migrationgate.run.Function source: shared' "$WORK/loaded" || echo "$input did not run"
  grep -v 'source: shared' "$WORK/loaded" | grep 'source: ' | sed "s|^|$input |"
}
few() {
  local inputs=("$repository"/testdata/rules/*/fires*/input.yaml)
  [ "$(grep -c /testdata/rules/ "$out")" -lt $((4 * ${#inputs[@]})) ]
}
run "what the rules' findings and a fix load" loads_beside_the_archive
expect "all of them run from the archive" [ "$(grep -c 'did not run' "$out")" -eq 0 ]
expect "but for less than four classes a finding" few
expect "no record is compared" [ "$(grep -c ObjectMethods "$out")" -eq 0 ]

from_its_folder() {
  cd "$clone/bin" && feed sh migration-gate
}
run "by its bare name, from its own folder" from_its_folder
expect_what_a_run_gives

cp "$manifests" "$WORK/a file.yaml"
run "an argument with a space" "$launcher" render "$WORK/a file.yaml"
expect "exit code 0" [ "$code" -eq 0 ]
expect "the manifests come back" came_back "$out"

# --- commands

# Their libraries do not expect to be on the JVM's own path.
package=$repository/testdata/fix/whole-rollout/input.yaml
"$launcher" check "$package" >/dev/null 2>&1
from_the_class_path() {
  "$jdk_25/bin/java" -jar "$clone/target/migration-gate.jar" "$@"
}
for command in "check --format "{text,json,sarif,junit,github,gitlab} "graph --format "{text,mermaid,dot,svg} \
  "fix --wire --diff" render; do
  # shellcheck disable=SC2086 # a command is words
  from_the_class_path $command "$package" >"$WORK/expected" 2>"$WORK/expected-err"
  expected=$?
  for java in "$jdk_25" "$jdk_17"; do
    [ "$java" = "$jdk_25" ] || [[ $command =~ sarif|svg|fix ]] || continue
    # shellcheck disable=SC2086
    run "$command, ${java##*/}" env MIGRATION_GATE_JAVA="$java/bin/java" "$launcher" $command "$package"
    expect "the same exit code as from the class path" [ "$code" -eq "$expected" ]
    expect "the same output" cmp -s "$out" "$WORK/expected"
    expect "the same on stderr" cmp -s "$err" "$WORK/expected-err"
  done
done
for command in "explain gate-missing" "rules --format json" "completion bash" --version "check --help"; do
  # shellcheck disable=SC2086
  from_the_class_path $command >"$WORK/expected" 2>&1
  # shellcheck disable=SC2086
  run "$command" "$launcher" $command
  expect "the same output as from the class path" cmp -s "$out" "$WORK/expected"
done
run "a command insists on its archive" env JDK_JAVA_OPTIONS=-XX:AOTMode=on MIGRATION_GATE_JAVA="$jdk_25/bin/java" \
  "$launcher" --version
expect "exit code 0" [ "$code" -eq 0 ]
expect "each Java has one for the function and one for commands" [ "$(archives)" -eq 4 ]

# --- where an archive is not to be had

mkdir -p "$WORK/nobody"
chmod 777 "$WORK/nobody"
chmod 755 "$WORK"
as_nobody() {
  feed setpriv --reuid 65534 --regid 65534 --clear-groups env "$@" "$launcher"
}
mkdir -m 555 "$WORK/read-only"
run "a cache that is read-only" as_nobody XDG_CACHE_HOME="$WORK/read-only"
expect_what_a_run_gives
run "no cache and no home" as_nobody -u XDG_CACHE_HOME -u HOME
expect_what_a_run_gives
run "a file where the cache should be" feed env XDG_CACHE_HOME="$manifests" "$launcher"
expect_what_a_run_gives
run "XDG_CACHE_HOME is not absolute" feed env XDG_CACHE_HOME=here HOME="$WORK/nobody" "$launcher"
expect_what_a_run_gives
expect "the archive is below HOME" [ -d "$WORK/nobody/.cache/migration-gate" ]

# fake_jdk FOLDER FEATURE LINE…: one that notes its calls, does what LINE says, and else is the JDK of 25.
fake_jdk() {
  local folder=$1 feature=$2
  shift 2
  mkdir -p "$folder/bin"
  printf 'JAVA_VERSION="%s.0.1"\nJAVA_RUNTIME_VERSION="%s.0.1+1"\n' "$feature" "$feature" >"$folder/release"
  printf '%s\n' '#!/bin/sh' "echo \"\$*\" >>'$folder/calls'" "$@" "exec '$jdk_25/bin/java' \"\$@\"" >"$folder/bin/java"
  chmod +x "$folder/bin/java"
}

# shellcheck disable=SC2016 # the fake's own variable
fake_jdk "$WORK/without-archives" 25 'case "$*" in *AOTCacheOutput*) exit 1 ;; esac'
for time in first second; do
  run "a JVM that makes no archives, the $time time" \
    feed env MIGRATION_GATE_JAVA="$WORK/without-archives/bin/java" "$launcher"
  expect_what_a_run_gives
done
expect "it was asked once" [ "$(grep -c AOTCacheOutput "$WORK/without-archives/calls")" -eq 1 ]

# --- another JVM

fake_jdk "$WORK/upgraded" 25
feed env MIGRATION_GATE_JAVA="$WORK/upgraded/bin/java" "$launcher" >/dev/null 2>&1
sed -i 's/25\.0\.1+1/25.0.1+2/' "$WORK/upgraded/release"
run "a JVM that was upgraded" feed env MIGRATION_GATE_JAVA="$WORK/upgraded/bin/java" "$launcher"
expect_what_a_run_gives
expect "an archive of its own takes the old one's place" \
  [ "$(find "$XDG_CACHE_HOME" -path '*%upgraded@*' -printf '%f\n' | sed 's/.*@//')" = 25.0.1+2 ]

# The same name and time, as if the JVM had changed and said nothing: the archive is another JVM's, or none at all.
archive=$(find "$XDG_CACHE_HOME" -path '*%upgraded@*')
for content in "$(find "$XDG_CACHE_HOME" -path '*/function/*@17*')" "$manifests"; do
  cp -f "$content" "$archive" && touch -r "$clone/target/migration-gate.jar" "$archive"
  run "an archive that does not fit: ${content##*/}" feed env MIGRATION_GATE_JAVA="$WORK/upgraded/bin/java" "$launcher"
  expect_what_a_run_gives
done

# --- which Java

fake_jdk "$WORK/home/.sdkman/candidates/java/99" 99
run "the newest of the usual places" feed env HOME="$WORK/home" "$launcher"
expect_what_a_run_gives
expect "it is taken" [ -s "$WORK/home/.sdkman/candidates/java/99/calls" ]

fake_jdk "$WORK/too-old" 11
run "JAVA_HOME is too old for us" feed env JAVA_HOME="$WORK/too-old" "$launcher"
expect_what_a_run_gives
expect "another one is taken" [ ! -e "$WORK/too-old/calls" ]

run "MIGRATION_GATE_JAVA is too old" env MIGRATION_GATE_JAVA="$WORK/too-old/bin/java" "$launcher"
expect "exit code 2" [ "$code" -eq 2 ]
expect "one line says so" [ "$(cat "$err")" = \
  'migration-gate: needs Java 17 or newer, and MIGRATION_GATE_JAVA leads to Java 11' ]

run "MIGRATION_GATE_JAVA leads nowhere" env MIGRATION_GATE_JAVA=/no/java "$launcher"
expect "exit code 2" [ "$code" -eq 2 ]
expect "one line says so" grep -q 'Java 17' "$err"

ln -s "$jdk_17/bin/java" "$WORK/a-link"
run "a link to a java" feed env MIGRATION_GATE_JAVA="$WORK/a-link" "$launcher"
expect_what_a_run_gives
printf '#!/bin/sh\nexec "%s" "$@"\n' "$jdk_17/bin/java" >"$WORK/a-shim"
chmod +x "$WORK/a-shim"
run "a script that looks for the real one" feed env MIGRATION_GATE_JAVA="$WORK/a-shim" "$launcher"
expect_what_a_run_gives

# --- other sources

# As long as before, and so is the jar; a JVM of 25 would take the old archive, and say the old words.
sed -i 's/proven gate/PROVEN GATE/' "$clone"/src/main/java/dev/migrationgate/*/*.java
run "another word of the same length" feed "$launcher"
expect "exit code 0" [ "$code" -eq 0 ]
expect "it is said" grep -q 'PROVEN GATE' "$err"
run "once more, warm" feed "$launcher"
expect "it is said" grep -q 'PROVEN GATE' "$err"

echo 'no Java' >"$clone/src/main/java/Broken.java"
run "sources that do not compile" feed "$WORK/link"
expect "exit code is not 0" [ "$code" -ne 0 ]
expect "stdout stays empty" [ ! -s "$out" ]
expect "Maven's message is shown" grep -q 'Broken.java' "$err"

# --- a release

release="$WORK/a release"
mkdir -p "$release/bin"
cp "$launcher" "$release/bin/"
cp -r "$clone/target/migration-gate.jar" "$clone/target/lib" "$release/"
cp "$clone/src/main/training/bookings.yaml" "$release/training.yaml"
run "a release, on first use" feed "$release/bin/migration-gate"
expect_what_a_run_gives
run "a release, warm" traced dash "$release/bin/migration-gate"
expect_what_a_run_gives
expect "no process but the JVM" starts_only_the_jvm
expect "its archive is used" grep -q 'AOTCache=' "$WORK/trace"
finish
