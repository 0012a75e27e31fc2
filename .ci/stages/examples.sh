#!/usr/bin/env bash
# Each of examples/ under the host that it is made for, and with the mistake that it is made against.
source .ci/lib.sh
need go "kustomize"
need kpt "kpt"
kustomize=$(install_kustomize "$newest_kustomize") || { could_not_run "examples: go install failed"; finish; }
export PATH=$repository/bin:$PATH

# The examples look for the function beside them.
cp -r "$repository/examples" "$WORK/examples"
ln -s "$repository/bin" "$WORK/bin"
cd "$WORK/examples" || exit 1

build() {
  "$kustomize" build --enable-alpha-plugins --enable-exec "$1"
}

expect_quiet() {
  expect "exit code 0" [ "$code" -eq 0 ]
  expect "nothing is said but what was found" [ "$(cat "$err")" = "$1; 0 errors, 0 warnings" ]
  expect "no placeholder is left" no_placeholder_is_left
}

run "all of them, check" migration-gate check .
expect "exit code 0" [ "$code" -eq 0 ]
expect "nothing is said but what was found" \
  [ "$(cat "$out")" = "6 migrations, 6 workloads, 4 proven gates; 0 errors, 0 warnings" ]

run "shop, kustomize" build shop
expect_quiet "1 migration, 1 workload, 1 proven gate"
expect_a_safe_rollout

run "argocd, kustomize" build argocd/k8s
expect_quiet "1 migration, 1 workload, 0 proven gates"
expect "the Job stands before the Deployment" job_stands_first
expect "both waves are there" [ "$(grep -c 'argocd.argoproj.io/sync-wave: "\(-1\|0\)"' "$out")" -eq 2 ]
sed -i 's/sync-wave: "-1"/sync-wave: "1"/' argocd/k8s/migration-job.yaml
run "argocd, the Job in a later wave" build argocd/k8s
expect "exit code is not 0" [ "$code" -ne 0 ]
expect "migration-after-service is shown" grep -q '^error migration-after-service' "$err"

run "monorepo, kustomize" build monorepo
expect_quiet "2 migrations, 2 workloads, 2 proven gates"
expect "each service has its own version" \
  grep -q 'image: registry.example.com/catalog:v4.2.0' "$out"
expect "and so has the other" grep -q 'image: registry.example.com/orders:v1.17.3' "$out"
sed -i "s/job\/catalog-migration-\${CATALOG_TAG}/job\/orders-migration-\${ORDERS_TAG}/" monorepo/catalog/deployment.yaml
run "monorepo, the gate waits for the other service's Job" build monorepo
expect "exit code is not 0" [ "$code" -ne 0 ]
expect "gate-missing is shown" grep -q '^error gate-missing Deployment store/catalog ' "$err"
expect "the gates are too few" grep -q '^error required-gates' "$err"

for half in migration service; do
  run "flux-dependson, kustomize, $half" build "flux-dependson/$half"
  expect "exit code 0" [ "$code" -eq 0 ]
  expect "no placeholder is left" no_placeholder_is_left
  expect "the variables are not applied" [ "$(grep -c '^kind:' "$out")" -eq 1 ]
done
both_halves() {
  migration-gate render flux-dependson/flux.yaml flux-dependson/migration flux-dependson/service
}
run "flux-dependson, both halves" both_halves
expect_quiet "1 migration, 1 workload, 0 proven gates"
sed -i '/dependsOn:/,+1d' flux-dependson/flux.yaml
run "flux-dependson, without dependsOn" both_halves
expect "flux-split-unordered is shown" grep -q '^warning flux-split-unordered' "$err"

out_of_place() {
  kpt fn render --allow-exec -o unwrap "$1"
}
run "kpt, out of place" out_of_place kpt
expect_a_safe_rollout
expect "no finding is shown" [ "$(grep -c '\[\(info\|warning\|error\)\]' "$err")" -eq 0 ]
expect "depends-on names the Job" \
  grep -q 'depends-on: batch/namespaces/invoices/Job/invoices-migration-v1.8.0' "$out"

cp -r kpt in-place
run "kpt, in place" kpt fn render --allow-exec in-place
expect "exit code 0" [ "$code" -eq 0 ]
expect "the files are the same ones" diff <(ls kpt) <(ls in-place)
expect "the tag stands in the files" grep -q 'name: invoices-migration-v1.8.0' in-place/migration-job.yaml
expect "nothing else has changed" diff <(sed "s/\${IMAGE_TAG}/v1.8.0/" kpt/migration-job.yaml) <(sed 's/ # kpt-set: .*//' in-place/migration-job.yaml)
sed -i "s/invoices-migration-\${IMAGE_TAG}/invoices-migration-v1.7.0/" kpt/service-deployment.yaml
run "kpt, the gate waits for the Job of the last release" out_of_place kpt
expect_the_mistake_to_show
finish
