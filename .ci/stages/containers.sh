#!/usr/bin/env bash
# The image, built from the Dockerfile by a Docker Engine of this stage's own, and run by kustomize and kpt.
source .ci/lib.sh
image=localhost/migration-gate:ci

if ! command -v dockerd >/dev/null; then
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y docker.io; } >"$WORK/apt.log" 2>&1 ||
    tail "$WORK/apt.log"
fi
need dockerd "containers"
need docker "containers"
need kpt "containers"
kustomize=$(install_kustomize "$newest_kustomize") || {
  could_not_run "containers: go install of kustomize $newest_kustomize failed"
  finish
}

# No bridge and no packet filter: functions have no network, and a machine's own rules stay as they are.
export DOCKER_HOST=unix://$WORK/docker.sock
dockerd --host "$DOCKER_HOST" --data-root "$WORK/docker" --exec-root "$WORK/docker-exec" --pidfile "$WORK/docker.pid" \
  --bridge none --iptables=false --ip6tables=false >"$WORK/dockerd.log" 2>&1 &
engine=$!
stop_engine() {
  kill "$engine" 2>/dev/null
  wait "$engine"
  # It leaves this mounted, and the folder could not be removed.
  umount "$WORK/docker-exec/netns/default" 2>/dev/null
}
trap stop_engine EXIT
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

run "kpt fn doc, image" kpt fn doc --image "$image"
expect "exit code 0" [ "$code" -eq 0 ]

confined() {
  manifests | docker run --rm -i --network none --read-only --cap-drop ALL --security-opt no-new-privileges \
    --user "$1" "$image"
}
manifests() {
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
run "kustomize $newest_kustomize, container function" "$kustomize" build --enable-alpha-plugins container
expect_a_safe_rollout

run "kpt fn eval, image" kpt fn eval --image "$image" -o unwrap base
expect_a_safe_rollout

let_the_gate_wait_for_another_job
run "kustomize, container, the gate waits for another Job" "$kustomize" build --enable-alpha-plugins container
expect_the_mistake_to_show
run "kpt, image, the gate waits for another Job" kpt fn eval --image "$image" -o unwrap base
expect_the_mistake_to_show
finish
