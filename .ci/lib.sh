# shellcheck shell=bash
# What the stages share. A stage is a list of runs and of what to expect of each; its last line is `finish`.
set -uo pipefail
repository=$PWD
function=$repository/bin/migration-gate
failures=0

# --- tools

# A tool that is missing fails the stage: a check that did not run proves nothing.
need() {
  command -v "$1" >/dev/null && return
  could_not_run "$2: no $1 on this machine"
  finish
}

could_not_run() {
  echo "  FAIL  $1"
  echo "$1" >>"$RUN/could-not-run"
  failures=$((failures + 1))
}

# install_package PROGRAM PACKAGE: from Debian, where the machine has no such program. One at a time: the other lane may
# want one, too.
install_package() {
  command -v "$1" >/dev/null && return
  {
    flock 9
    apt-get update 9>&- && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$2" 9>&-
  } 9>"$RUN/apt.lock" >"$WORK/apt.log" 2>&1 || tail "$WORK/apt.log"
}

# Prints where a JDK of that version stands.
find_jdk() {
  local release
  for release in /usr/lib/jvm/*/release; do
    grep -qs "^JAVA_VERSION=\"$1[.\"]" "$release" && [ -x "${release%/*}/bin/javac" ] && echo "${release%/*}" && return
  done
  return 1
}

need_jdk() {
  find_jdk "$1" >/dev/null && return
  could_not_run "$2: no JDK $1 under /usr/lib/jvm"
  finish
}

# The newest that Go 1.26 builds, and an older one from before exec functions could take arguments.
# shellcheck disable=SC2034 # the stages name them
newest_kustomize=v5.8.2 older_kustomize=v5.4.3

# Prints where that release of kustomize stands; stages share one build of it.
install_kustomize() {
  local folder=$RUN/kustomize-$1
  [ -x "$folder/kustomize" ] ||
    GOBIN=$folder go install "sigs.k8s.io/kustomize/kustomize/v5@$1" >"$WORK/go.log" 2>&1 ||
    { cat "$WORK/go.log" >&2; return 1; }
  echo "$folder/kustomize"
}


# A Docker Engine of the stage's own, in $DOCKER_HOST until the stage ends. No bridge and no packet filter: functions
# have no network, and a machine's own rules stay as they are.
start_docker_engine() {
  export DOCKER_HOST=unix://$WORK/docker.sock
  dockerd --host "$DOCKER_HOST" --data-root "$WORK/docker" --exec-root "$WORK/docker-exec" --pidfile "$WORK/docker.pid" \
    --bridge none --iptables=false --ip6tables=false >"$WORK/dockerd.log" 2>&1 &
  engine=$!
  trap stop_docker_engine EXIT
  trap 'exit 130' HUP INT TERM
  for _ in $(seq 60); do
    docker info >/dev/null 2>&1 && return
    sleep 0.5
  done
  tail "$WORK/dockerd.log"
  could_not_run "$1: the Docker Engine did not start"
  finish
}

stop_docker_engine() {
  kill "$engine" 2>/dev/null
  wait "$engine"
  # It leaves this mounted, and the folder could not be removed.
  umount "$WORK/docker-exec/netns/default" 2>/dev/null
}

# --- runs

# A fresh copy of the fixtures, with the function where they look for it.
lay_out_fixtures() {
  rm -rf "$WORK/fixtures"
  cp -r "$repository/.ci/fixtures" "$WORK/fixtures"
  ln -s "$function" "$WORK/fixtures/migration-gate"
  cd "$WORK/fixtures" || exit 1
}

# The mistake of the rule gate-wrong-job.
let_the_gate_wait_for_another_job() {
  sed -i 's/- myapp-migration-/- another-migration-/' base/deployment.yaml
}

# run TITLE COMMAND…: what comes out stays in $out and $err, the exit code in $code.
run() {
  echo "  $1"
  shift
  out=$WORK/out err=$WORK/err
  "$@" >"$out" 2>"$err" </dev/null
  code=$?
  shown=
}

# --- expectations

expect() {
  local what=$1
  shift
  if "$@"; then
    echo "    ok    $what"
    return
  fi
  echo "    FAIL  $what"
  failures=$((failures + 1))
  [ -n "$shown" ] && return
  shown=yes
  echo "          exit code $code; stderr and stdout began:"
  head -n 15 "$err" "$out" | sed 's/^/          /'
}

expect_a_safe_rollout() {
  expect "exit code 0" [ "$code" -eq 0 ]
  expect "the Job stands before the Deployment" job_stands_first
  expect "no placeholder is left" no_placeholder_is_left
  expect "the gate waits for the Job's name" gate_waits_for_the_job
}

expect_the_mistake_to_show() {
  expect "exit code is not 0" [ "$code" -ne 0 ]
  expect "gate-wrong-job is shown to the user" grep -q gate-wrong-job "$out" "$err"
}

line_of_kind() {
  grep -n -m 1 "^kind: $1\$" "$out" | cut -d: -f1
}

job_stands_first() {
  local job deployment
  job=$(line_of_kind Job)
  deployment=$(line_of_kind Deployment)
  [ -n "$job" ] && [ -n "$deployment" ] && [ "$job" -lt "$deployment" ]
}

# A comment may go on telling how the line looked.
no_placeholder_is_left() {
  [ -s "$out" ] && ! sed 's/#.*//' "$out" | grep -qF "\${"
}

gate_waits_for_the_job() {
  local name awaited
  name=$(awk '/^---/ {job = 0} /^kind: Job$/ {job = 1} job && /^  name:/ {print $2; exit}' "$out" | tr -d "\"'")
  # As k8s-wait-for has it, or as `kubectl wait` does.
  awaited=$(awk 'next_is_it {print $2; exit} /- "?job-wr"?$/ {next_is_it = 1}' "$out" | tr -d "\"'")
  [ -n "$awaited" ] || awaited=$(grep -m 1 -oE "job/[^ \"']+" "$out" | head -n 1 | cut -d/ -f2)
  [ -n "$name" ] && [ "$name" = "$awaited" ]
}

finish() {
  [ "$failures" -eq 0 ]
  exit
}
