#!/usr/bin/env bash
# tagged-tests.sh TAG [FOLDER] [-OPTION…]: the JUnit tests with that tag, over a folder of $SHARED that `mvn verify` must
# not need, with these options of Maven.
source .ci/lib.sh
tag=$1
shift
options=()
if [[ ${1:--} != -* ]]; then
  [ -d "$SHARED/$1" ] || {
    could_not_run "$tag: there is no $SHARED/$1; name the folder that holds it in SHARED"
    finish
  }
  options=("-Dmigrationgate.shared=$(cd "$SHARED" && pwd)")
  shift
fi
options+=("$@")

mvn -B -ntp test -Dgroups="$tag" -DexcludedGroups= "${options[@]}" 2>&1 |
  grep -E 'Tests run:|^\[(ERROR|WARNING)|BUILD' | tee "$WORK/tagged.log"
tests=$?

# Surefire is content when a tag has no tests.
grep -qE 'Tests run: [1-9]' "$WORK/tagged.log" || could_not_run "$tag: no test has this tag"
[ "$tests" -eq 0 ] && finish
exit 1
