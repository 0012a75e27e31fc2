#!/usr/bin/env bash
# The README's own command. Its colours would hide Surefire's count from whoever reads the log, its account of
# downloads the rest. Maven must have nothing to warn of: who is used to warnings overlooks the one that counts.
set -o pipefail
log=${WORK:-/tmp}/verify.log
mvn verify 2>&1 | sed -uE -e 's/\x1b\[[0-9;]*m//g' -e '/^(\[INFO\] )?(Downloading|Downloaded|Progress)/d' | tee "$log" ||
  exit 1
if grep -E '^\[WARNING\]' "$log"; then
  echo "the build warns, as above"
  exit 1
fi
