#!/usr/bin/env bash
# The manual pages: one of each command, that groff sets without a warning, and that say what the help says.
source .ci/lib.sh
install_package man man-db
install_package groff groff
need man "man"
need groff "man"

run "mvn -Pman package" mvn -q -B -ntp -Pman -Dmaven.test.skip=true package
expect "exit code 0" [ "$code" -eq 0 ]

program() {
  java -jar target/migration-gate.jar "$@"
}
page() {
  LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -l "target/man/$1.1"
}
commands() {
  program --help | sed -n '/^Commands:$/,/^$/s/^  \([a-z]*\) .*/\1/p'
}

expect_a_page() {
  run "man $1" page "$1"
  expect "exit code 0" [ "$code" -eq 0 ]
  expect "no warning" [ ! -s "$err" ]
  for section in NAME SYNOPSIS DESCRIPTION OPTIONS EXAMPLES; do
    expect "it has $section" grep -q "^$section" "$out"
  done
}

run "the commands" commands
expect "there are some" [ "$(wc -l <"$out")" -gt 5 ]
read -r -d '' -a names <"$out"
expect_a_page migration-gate
for name in "${names[@]}"; do
  expect "the program's page names $name" grep -q "^ *$name\$" <(page migration-gate)
  expect_a_page "migration-gate-$name"
done
expect "there is no other page" [ "$(find target/man -type f | wc -l)" -eq $((${#names[@]} + 1)) ]
finish
