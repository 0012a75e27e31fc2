#!/usr/bin/env bash
# The README's own command. Only Maven's account of its downloads is left out.
set -o pipefail
mvn verify 2>&1 | grep --line-buffered -vE '^(\[INFO\] )?(Downloading|Downloaded|Progress)'
