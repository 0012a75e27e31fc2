#!/usr/bin/env bash
# The pipeline that `init` writes, run as GitLab would run it, without a cluster or a registry: each job's own script, in
# a clone of its own, with the real kustomize and a Git remote that is a folder. Flux's command line cannot be had here;
# a stand-in packs what it is told to push.
source .ci/lib.sh
need go "kustomize"
need git "git"
kustomize=$(install_kustomize "$newest_kustomize") || { could_not_run "pipeline: go install failed"; finish; }
GOBIN=$WORK/yq go install github.com/mikefarah/yq/v4@v4.47.1 >"$WORK/go.log" 2>&1 ||
  { cat "$WORK/go.log" >&2; could_not_run "pipeline: go install of yq failed"; finish; }
artifacts=$WORK/artifacts
mkdir -p "$artifacts" "$WORK/stand-ins"
export PATH=$WORK/stand-ins:$repository/bin:${kustomize%/*}:$WORK/yq:$PATH ARTIFACTS=$artifacts
export GIT_CONFIG_GLOBAL=$WORK/gitconfig
git config --global init.defaultBranch main
git config --global user.name somebody
git config --global user.email somebody@example.com

# As strict as the real one: without these three it refuses.
cat >"$WORK/stand-ins/flux" <<'END'
#!/usr/bin/env bash
set -euo pipefail
echo "flux $*" >>"$ARTIFACTS/log"
case "$1 $2" in
  "push artifact")
    [[ "$4 $5 $6" =~ ^--path=([^\ ]+)\ --source=[^\ ]+\ --revision=[^\ ]+@sha1:[0-9a-f]{40}$ ]] ||
      { echo "flux: wants --path, --source and --revision: $*" >&2; exit 1; }
    tar -C "${BASH_REMATCH[1]}" -czf "$ARTIFACTS/${3##*:}.tar.gz" .
    ;;
  "tag artifact")
    [ "$4" = --tag ] && cp "$ARTIFACTS/${3##*:}.tar.gz" "$ARTIFACTS/$5.tar.gz"
    ;;
esac
END
chmod +x "$WORK/stand-ins/flux"

# Who commits; the pipeline itself brings a name of its own.
developer=(GIT_AUTHOR_NAME=developer GIT_AUTHOR_EMAIL=developer@example.com
  GIT_COMMITTER_NAME=developer GIT_COMMITTER_EMAIL=developer@example.com)

# --- what GitLab does

# A job's script in one shell that ends at the first command that fails.
job() {
  yq ".\"$1\".script[]" .gitlab-ci.yml >"$WORK/$1.sh"
  HOME=$WORK/home bash -eo pipefail "$WORK/$1.sh"
}

# pipeline ID: the jobs behind the images, on the newest commit, each with the variables it would find.
pipeline() {
  cd "$WORK" && rm -rf checkout || return
  git clone -q origin.git checkout
  cd checkout || return
  git checkout -q --detach
  export IMAGE_TAG=v1.$1.0 CI_COMMIT_BRANCH=main CI_PROJECT_URL=https://git.example.com/team/bookings KUBE_CONTEXT=agent \
    GITLAB_USER_NAME=somebody GITLAB_USER_EMAIL=somebody@example.com REGISTRY_USER=ci REGISTRY_PASSWORD=none
  REGISTRY=$(yq .variables.REGISTRY .gitlab-ci.yml)
  export REGISTRY
  job manifests || return
  # shellcheck disable=SC1091 # the job writes it, and GitLab hands its variables on
  set -a && source manifests.env && set +a
  job deploy
}

# A developer's commit, made by a command.
change() {
  rm -rf "$WORK/developer"
  git clone -q "$WORK/origin.git" "$WORK/developer"
  (cd "$WORK/developer" && export "${developer[@]}" && "$@" && git commit -qam "a change" && git push -q origin main)
}

take_back() {
  change git revert --no-commit HEAD
}

# --- what must come of it

head_of_origin() {
  git -C "$WORK/origin.git" rev-parse main
}

artifact() {
  out=$WORK/artifact.yaml
  tar -xzOf "$artifacts/$1.tar.gz" ./bookings.yaml >"$out"
}

expect_a_release() {
  expect "exit code 0" [ "$code" -eq 0 ]
  expect "the tag is committed, for no pipeline to run again" \
    [ "$(git -C "$WORK/origin.git" log -1 --format=%s main)" = "ci: release $1 [skip ci]" ]
  expect "it is the one line that has changed" \
    [ "$(git -C "$WORK/origin.git" diff --numstat main~1 main)" = "$(printf '1\t1\tk8s/deployment-variables.yaml')" ]
  expect "the artifact tells the commit" grep -q -- "--revision=main@sha1:$(head_of_origin)" "$artifacts/log"
  expect "the artifact is there" artifact "$1"
  expect "it is the latest" cmp -s "$artifacts/$1.tar.gz" "$artifacts/latest.tar.gz"
  expect_a_safe_rollout
  expect "both images and the Job have the tag" [ "$(grep -c "bookings.*[:-]$1\$" "$out")" -eq 4 ]
  expect "Flux is told to look" grep -q "flux reconcile kustomization bookings" "$artifacts/log"
}

expect_the_pipeline_to_stop() {
  expect "exit code is not 0" [ "$code" -ne 0 ]
  expect "nothing is committed" [ "$(head_of_origin)" = "$before" ]
  expect "nothing is pushed" [ ! -s "$artifacts/log" ]
}

# from here on what is pushed is news
forget() {
  rm -f "$artifacts"/*
  before=$(head_of_origin)
}

# --- a new service, two releases, and what must not become one

git init -q --bare "$WORK/origin.git"
new_service() (
  export "${developer[@]}"
  git clone -q "$WORK/origin.git" "$WORK/new" && cd "$WORK/new" && git checkout -qb main &&
    migration-gate init bookings && git add -A && git commit -qm "A new service" && git push -q origin main
)
run "init, commit, push" new_service
expect "exit code 0" [ "$code" -eq 0 ]

forget
run "the first release" pipeline 101
expect_a_release v1.101.0

forget
run "the second release" pipeline 102
expect_a_release v1.102.0
expect "the variables still are where they were" [ "$(grep -c "IMAGE_TAG}" "$WORK/checkout/k8s/migration-job.yaml")" -eq 2 ]

change sed -i "s/bookings-migration-\${IMAGE_TAG} #/booking-migration-\${IMAGE_TAG} #/" k8s/deployment.yaml
forget
run "the gate waits for another Job" pipeline 103
expect_the_pipeline_to_stop
expect "gate-wrong-job says why" grep -q gate-wrong-job "$out" "$err"
reports=$(yq '.check.artifacts.reports[]' "$WORK/checkout/.gitlab-ci.yml")
expect "the merge request gets two reports" [ "$(wc -w <<<"$reports")" -eq 2 ]
for report in $reports; do
  expect "gate-wrong-job stands in $report" grep -q gate-wrong-job "$WORK/checkout/$report"
done

take_back
change sed -i 's/backoffLimit: 0/backoffLimit: 3/' k8s/migration-job.yaml
forget
run "the migration retries by itself" pipeline 104
expect_the_pipeline_to_stop
expect "job-backoff-limit says why" grep -q job-backoff-limit "$out" "$err"

take_back
change sed -i 's/ --enable-exec / /' .gitlab-ci.yml
forget
run "the function is skipped" pipeline 105
expect_the_pipeline_to_stop
expect "the pipeline says why" grep -q 'migration-gate did not run' "$out" "$err"

take_back
forget
run "a tag that no registry takes" pipeline "10+6"
expect_the_pipeline_to_stop

forget
run "all mended: the next release" pipeline 107
expect_a_release v1.107.0
finish
