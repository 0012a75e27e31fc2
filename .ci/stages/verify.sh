#!/usr/bin/env bash
# The README's own command. Its colours would hide Surefire's count from whoever reads the log, its account of
# downloads the rest.
set -o pipefail
mvn verify 2>&1 | sed -uE -e 's/\x1b\[[0-9;]*m//g' -e '/^(\[INFO\] )?(Downloading|Downloaded|Progress)/d'
