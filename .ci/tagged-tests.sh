#!/usr/bin/env bash
# tagged-tests.sh TAG [FOLDER]: the JUnit tests with that tag, over a folder of $SHARED that `mvn verify` must not need.
source .ci/lib.sh
tag=$1
options=()
if [ $# -gt 1 ]; then
  [ -d "$SHARED/$2" ] || {
    could_not_run "$tag: there is no $SHARED/$2; name the folder that holds it in SHARED"
    finish
  }
  options=("-Dmigrationgate.shared=$(cd "$SHARED" && pwd)")
fi

mvn -B -ntp test -Dgroups="$tag" -DexcludedGroups= "${options[@]}" 2>&1 |
  grep -E 'Tests run:|^\[(ERROR|WARNING)|BUILD' | tee "$WORK/tagged.log"
tests=$?

# Surefire is content when a tag has no tests.
grep -qE 'Tests run: [1-9]' "$WORK/tagged.log" || could_not_run "$tag: no test has this tag"
[ "$tests" -eq 0 ] && finish
exit 1
