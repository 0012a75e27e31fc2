#!/usr/bin/env bash
# The image, built from the Dockerfile by a Docker Engine of this stage's own, and run by kustomize and kpt.
source .ci/lib.sh
image=localhost/migration-gate:ci

install_package dockerd docker.io
install_package strace strace
need dockerd "containers"
need docker "containers"
need strace "containers"
need kpt "containers"
kustomize=$(install_kustomize "$newest_kustomize") || {
  could_not_run "containers: go install of kustomize $newest_kustomize failed"
  finish
}

start_docker_engine "containers"

run "a stand-in for the base image" bash .ci/base-images.sh
expect "exit code 0" [ "$code" -eq 0 ]

# With the machine's network, for Maven fetches what the stand-in does not hold.
run "docker build" docker build --network host -t "$image" .
expect "exit code 0" [ "$code" -eq 0 ]

unpacked_size() {
  docker create --name unpacked "$image" >"$WORK/id" && docker export unpacked | tar -x --to-stdout | wc -c
  docker rm unpacked >/dev/null
}
run "the image's size, unpacked" unpacked_size
expect "at most 62 MB" [ "$(cat "$out")" -le 62000000 ]
echo "          it has $(cat "$out") bytes"

# The JVM goes on in silence without an archive that does not fit; told to insist, it fails.
with_its_archive() {
  docker run --rm -i --network none -e JDK_JAVA_OPTIONS=-XX:AOTMode=on "$@" <"$repository/src/main/training/bookings.yaml"
}
run "the image insists on its archive" with_its_archive "$image"
expect "exit code 0" [ "$code" -eq 0 ]
run "no archive, and insisting" with_its_archive --entrypoint /opt/migration-gate/runtime/bin/java "$image" \
  -XX:AOTCache=/nowhere -cp /opt/migration-gate/migration-gate.jar dev.migrationgate.Main
expect "insisting shows" [ "$code" -ne 0 ]

# From an archive made in another folder than the image's, the JVM would look for a jar, and fail in silence.
mapfile -t entrypoint < <(docker inspect --format '{{join .Config.Entrypoint "\n"}}' "$image")
loads() {
  local arguments=("${entrypoint[@]:1}")
  docker run --rm -i --network none --entrypoint "${entrypoint[0]}" "$image" \
    "${arguments[@]/-Xlog:disable/-Xlog:class+load}" <"$repository/src/main/training/bookings.yaml"
}
run "what a run in the image loads" loads
expect "the function comes from the archive" grep -q 'dev.migrationgate.run.Function source: shared' "$out"
expect "no path is missing" [ "$(grep -c 'sun.nio.fs.UnixException source:' "$out")" -eq 0 ]

run "docker run IMAGE --help" docker run --rm --network none "$image" --help
expect "exit code 0" [ "$code" -eq 0 ]
expect "says how it is used" grep -qi usage "$out"

run "a command that the image has no library for" docker run --rm --network none "$image" rules --format json
expect "exit code 69" [ "$code" -eq 69 ]
expect "one line says where it runs" grep -q '^migration-gate: this command needs libraries.* from the tar' "$err"
expect "and nothing else" [ "$(wc -l <"$err")" -eq 1 ]

run "kpt fn doc, image" kpt fn doc --image "$image"
expect "exit code 0" [ "$code" -eq 0 ]

# As `tar -tv` shows it.
files() {
  docker create --name listed "$image" >"$WORK/id" && docker export listed | tar -tv
  docker rm listed >/dev/null
}
run "what the image holds" files
expect "its program" grep -q 'opt/migration-gate/migration-gate.jar$' "$out"
expect "no shell and no other program" [ -z "$(grep -E '/(sh|bash|dash|ash|busybox|perl|python3?|curl|wget)$' "$out")" ]
expect "nothing that runs as its owner" [ -z "$(grep -E '^-..[sS]|^-.....[sS]' "$out")" ]
expect "no file that everybody may write" [ -z "$(grep -E '^-.......w' "$out")" ]
expect "a user who is not root" [ "$(docker image inspect --format '{{.Config.User}}' "$image")" = nobody ]
run "a shell" docker run --rm --network none --entrypoint /bin/sh "$image" -c true
expect "is not there" [ "$code" -ne 0 ]

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

# As on a machine without Java: nothing says where one is.
unpack_the_tar() {
  tar_image=$(docker build --network host -q --target tar "$repository") &&
    docker run --rm --network none "$tar_image" | tar -xz -C "$WORK"
}
from_the_tar() {
  env -i PATH=/none "$(command -v strace)" -f -qq -s 400 -e trace=execve -o "$WORK/trace" \
    "$WORK/migration-gate/bin/migration-gate" <"$WORK/rollout.yaml"
}
manifests >"$WORK/rollout.yaml"
run "docker build --target tar" unpack_the_tar
expect "exit code 0" [ "$code" -eq 0 ]
run "the tar" from_the_tar
expect_a_safe_rollout
expect "with its own Java and archive" grep -q 'execve.*migration-gate/runtime/bin/java.*AOTCache=.*function.aot' "$WORK/trace"
insisting() {
  JDK_JAVA_OPTIONS=-XX:AOTMode=on "$WORK/migration-gate/bin/migration-gate" "$@" <"$WORK/rollout.yaml"
}
run "the tar insists on its archive" insisting
expect "exit code 0" [ "$code" -eq 0 ]
run "the tar insists on that of its commands" insisting check -
expect "exit code 0" [ "$code" -eq 0 ]
expect "the tar has the manual pages" [ -s "$WORK/migration-gate/share/man/man1/migration-gate-check.1" ]
run "the tar has every command's libraries" env -i PATH=/none "$WORK/migration-gate/bin/migration-gate" rules --format json
expect "exit code 0" [ "$code" -eq 0 ]

let_the_gate_wait_for_another_job
run "kustomize, container, the gate waits for another Job" "$kustomize" build --enable-alpha-plugins container
expect_the_mistake_to_show
run "kpt, image, the gate waits for another Job" kpt fn eval --image "$image" -o unwrap base
expect_the_mistake_to_show
finish
