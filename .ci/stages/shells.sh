#!/usr/bin/env bash
# What `completion` prints, read and used by the shells that it is for.
source .ci/lib.sh
for shell in bash zsh fish; do
  install_package "$shell" "$shell"
  need "$shell" "completion in $shell"
done

run "completion in bash, zsh and fish" \
  mvn -q -B -ntp test -Dgroups=shells -DexcludedGroups= -Dtest=CompletionCommandTest
expect "exit code 0" [ "$code" -eq 0 ]
expect "five tests ran" grep -rqs 'tests="5"' target/surefire-reports/TEST-dev.migrationgate.cli.CompletionCommandTest.xml
finish
