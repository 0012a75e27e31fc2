#!/usr/bin/env bash
# Functions and plugins under kustomize and kubectl.
source .ci/lib.sh
need go "kustomize"

check_release() {
  local kustomize
  kustomize=$(install_kustomize "$1") || { could_not_run "kustomize $1: go install failed"; return; }
  lay_out_fixtures

  run "kustomize $1, exec function" "$kustomize" build --enable-alpha-plugins --enable-exec exec
  expect_a_safe_rollout

  run "kustomize $1, the function in an overlay with namePrefix and namespace" \
    "$kustomize" build --enable-alpha-plugins --enable-exec overlay
  expect_a_safe_rollout
  expect "the Job has the prefix" grep -q '^  name: dev-myapp-migration-' "$out"

  run "kustomize $1, a bare package is wired in an overlay with namePrefix and namespace" \
    "$kustomize" build --enable-alpha-plugins --enable-exec mended-overlay
  expect_a_safe_rollout
  expect "the Job has prefix and version" grep -qx '  name: dev-shop-migration-v1.0' "$out"
  expect "the Role binding leads to its Role" role_binding_leads_to_its_role

  run "kustomize $1, a bare package is wired in a pipe" wired_in_a_pipe "$kustomize"
  expect_a_safe_rollout

  run "kustomize $1, examples/shop" \
    "$kustomize" build --enable-alpha-plugins --enable-exec "$repository/examples/shop"
  expect_a_safe_rollout

  run "kustomize $1, in a pipe" in_a_pipe "$kustomize"
  expect_a_safe_rollout

  # No fault of the function, which is never started: the README warns of it, and this notices when it ends.
  run "kustomize $1, without --enable-exec" "$kustomize" build --enable-alpha-plugins exec
  expect "exit code 0" [ "$code" -eq 0 ]
  expect "nothing on stderr" [ ! -s "$err" ]
  expect "the placeholders go out" grep -qF "\${IMAGE_TAG}" "$out"

  let_the_gate_wait_for_another_job
  run "kustomize $1, the gate waits for another Job" "$kustomize" build --enable-alpha-plugins --enable-exec exec
  expect_the_mistake_to_show

  run "kustomize $1, in a pipe, the gate waits for another Job" in_a_pipe "$kustomize"
  expect_the_mistake_to_show
  expect "nothing goes down the pipe" [ ! -s "$out" ]
}

in_a_pipe() {
  "$1" build base | "$function"
}

wired_in_a_pipe() {
  "$1" build bare | "$function" mended-overlay/migration-gate.yaml
}

# kustomize itself renames what refers to what it renames.
role_binding_leads_to_its_role() {
  local role
  role=$(awk '/^---/ {role = 0} /^kind: Role$/ {role = 1} role && /^  name:/ {print $2; exit}' "$out")
  [ -n "$role" ] && awk '/^roleRef:/ {ref = 1} ref && /^  name:/ {print $2; exit}' "$out" | grep -qx "$role"
}

check_kubectl() {
  lay_out_fixtures
  local plugins=fn.migrationgate.dev/v1alpha1/migrationgate
  mkdir -p "$WORK/plugins/$plugins"
  ln -s "$function" "$WORK/plugins/$plugins/MigrationGate"
  export KUSTOMIZE_PLUGIN_HOME=$WORK/plugins

  run "kubectl kustomize, exec plugin" kubectl kustomize --enable-alpha-plugins plugin
  expect_a_safe_rollout

  let_the_gate_wait_for_another_job
  run "kubectl kustomize, the gate waits for another Job" kubectl kustomize --enable-alpha-plugins plugin
  expect_the_mistake_to_show
}

# What `init` writes, for each tool that it knows.
check_new_services() {
  local kustomize tool
  kustomize=$(install_kustomize "$newest_kustomize") || { could_not_run "init: go install failed"; return; }
  cd "$WORK" || exit 1
  export PATH=$repository/bin:$PATH
  for tool in prisma alembic django rails flyway liquibase golang-migrate; do
    run "init --tool $tool" migration-gate init bookings --tool "$tool" "new/$tool"
    expect "exit code 0" [ "$code" -eq 0 ]

    run "kustomize $newest_kustomize, the package for $tool" \
      "$kustomize" build --enable-alpha-plugins --enable-exec "new/$tool/k8s"
    expect_a_safe_rollout
    expect "nothing is found wrong" grep -qx "1 migration, 1 workload, 1 proven gate; 0 errors, 0 warnings" "$err"
  done

  run "init, once more" migration-gate init bookings "new/prisma"
  expect "exit code 2" [ "$code" -eq 2 ]

  GOBIN=$WORK go install "github.com/rhysd/actionlint/cmd/actionlint@v1.7.7" >"$WORK/go.log" 2>&1 ||
    { could_not_run "init: go install of actionlint failed"; return; }
  run "the workflow for GitHub" "$WORK/actionlint" new/prisma/.github/workflows/release.yaml
  expect "actionlint finds nothing" [ "$code" -eq 0 ]
}

# check --build: what only a build shows, told at the line of the file.
check_built() {
  local kustomize
  kustomize=$(install_kustomize "$newest_kustomize") || { could_not_run "check --build: go install failed"; return; }
  local built=$repository/testdata/check/built tools=$WORK/tools
  mkdir -p "$tools"
  ln -sf "$kustomize" "$tools/kustomize"
  run "kustomize $newest_kustomize, the build that the tests judge" "$kustomize" build "$built/package/dev"
  expect "it is what they have" cmp "$out" "$built/output.yaml"
  cd "$built" || exit 1
  run "kustomize $newest_kustomize, check --build" env PATH="$tools:$PATH" "$function" check --build package
  cd "$repository" || exit 1
  expect "exit code 1" [ "$code" -eq 1 ]
  expect "the command is named" grep -qx "runs kustomize build package/dev" "$err"
  expect "the gate that the prefix breaks is found in the base" \
    grep -A20 -x "package/base/deployment.yaml" "$out"
  expect "by the rule for it" grep -q "error gate-wrong-job at 17:15" "$out"
}

check_release "$newest_kustomize"
check_release "$older_kustomize"
check_new_services
check_built
need kubectl "kubectl kustomize"
check_kubectl
finish
