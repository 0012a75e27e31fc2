#!/usr/bin/env bash
# Readers of text, given up to 10 MB of what they like least: four times the text, less than eight times the time. What
# counts is the processor time of one thread.
exec bash .ci/tagged-tests.sh growth -DforkCount=1 -DargLine='-XX:+UseSerialGC -Xmx4g -Xmn2500m'
