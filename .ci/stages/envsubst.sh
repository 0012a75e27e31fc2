#!/usr/bin/env bash
# Flux's own envsubst, and whether we make the same of 100,000 texts.
source .ci/lib.sh
need go envsubst
cp -r .ci/peers/envsubst "$WORK/peer"
(cd "$WORK/peer" && go build -o "$WORK/envsubst" .) 2>"$WORK/go.log" || {
  could_not_run "envsubst: go build failed: $(tail -n 1 "$WORK/go.log")"
  finish
}
ENVSUBST=$WORK/envsubst exec bash .ci/tagged-tests.sh envsubst
