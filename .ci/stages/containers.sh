#!/usr/bin/env bash
# The image, built from the Dockerfile by a Docker Engine of this stage's own, and run by kustomize and kpt.
source .ci/lib.sh
image=localhost/migration-gate:ci

if ! command -v dockerd >/dev/null; then
  { apt-get update && apt-get install -y docker.io; } >"$WORK/apt.log" 2>&1 || { tail "$WORK/apt.log"; }
fi
need dockerd "containers"
need docker "containers"

# No bridge and no packet filter: functions have no network, and a machine's own rules stay as they are.
export DOCKER_HOST=unix://$WORK/docker.sock
dockerd --host "$DOCKER_HOST" --data-root "$WORK/docker" --exec-root "$WORK/docker-exec" --pidfile "$WORK/docker.pid" \
  --bridge none --iptables=false --ip6tables=false >"$WORK/dockerd.log" 2>&1 &
engine=$!
trap 'kill $engine 2>/dev/null; wait $engine' EXIT
trap 'exit 130' HUP INT TERM

for _ in $(seq 60); do
  docker info >/dev/null 2>&1 && break
  sleep 0.5
done
docker info >/dev/null 2>&1 || {
  tail "$WORK/dockerd.log"
  could_not_run "containers: the Docker Engine did not start"
  finish
}

run "stand-ins for the base images" bash .ci/base-images.sh
expect "exit code 0" [ "$code" -eq 0 ]

# With the machine's network, for Maven fetches what the stand-in does not hold.
run "docker build" docker build --network host -t "$image" .
expect "exit code 0" [ "$code" -eq 0 ]

run "docker run IMAGE --help" docker run --rm --network none "$image" --help
expect "exit code 0" [ "$code" -eq 0 ]
expect "says how it is used" grep -qi usage "$out"

confined() {
  kustomize_stream | docker run --rm -i --network none --read-only --cap-drop ALL --security-opt no-new-privileges \
    --user "$1" "$image"
}
kustomize_stream() {
  for file in access deployment deployment-variables migration-job; do
    echo ---
    cat "$repository/.ci/fixtures/base/$file.yaml"
  done
}
for user in nobody 12345:54321; do
  run "as $user, with no network, nothing writable and no capability" confined "$user"
  expect_a_safe_rollout
done

lay_out_fixtures
if kustomize=$(install_kustomize "$newest_kustomize"); then
  run "kustomize $newest_kustomize, container function" "$kustomize" build --enable-alpha-plugins container
  expect_a_safe_rollout
else
  could_not_run "kustomize $newest_kustomize with containers: go install failed"
fi

need kpt "kpt with containers"
run "kpt fn eval, image" kpt fn eval --image "$image" -o unwrap base
expect_a_safe_rollout

let_the_gate_wait_for_another_job
if [ -n "$kustomize" ]; then
  run "kustomize, container, the gate waits for another Job" "$kustomize" build --enable-alpha-plugins container
  expect_the_mistake_to_show
fi
run "kpt, image, the gate waits for another Job" kpt fn eval --image "$image" -o unwrap base
expect_the_mistake_to_show
finish
