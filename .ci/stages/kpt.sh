#!/usr/bin/env bash
# Functions under kpt, out of place and in place. Its container form is in the stage `containers`.
source .ci/lib.sh
# Its modules cannot be had with `go install`, so it must be on the machine.
need kpt "kpt"
need go "kpt"
cp -r .ci/peers "$WORK/peers"
(cd "$WORK/peers/apply-setters" && go build -mod=mod -o "$WORK/apply-setters" \
  github.com/GoogleContainerTools/kpt-functions-catalog/functions/go/apply-setters) 2>"$WORK/go.log" ||
  { cat "$WORK/go.log" >&2; could_not_run "kpt: apply-setters does not build"; finish; }
export PATH=$repository/bin:$PATH
lay_out_fixtures

run "kpt fn render, exec" kpt fn render --allow-exec -o unwrap base
expect_a_safe_rollout
expect "comments are kept" grep -q '# the same code as the service' "$out"

run "kpt fn eval, exec" kpt fn eval --exec migration-gate -o unwrap base
expect_a_safe_rollout

rendered() {
  (cd "$repository" && kpt fn render --allow-exec -o unwrap examples/shop)
}
run "kpt fn render, examples/shop" rendered
expect_a_safe_rollout

cp -r base in-place
run "kpt fn eval, in place" kpt fn eval --exec migration-gate in-place
expect "exit code 0" [ "$code" -eq 0 ]
expect "the files are the same ones" diff <(cd base && ls) <(cd in-place && ls)
expect "the tag stands in the files" grep -q 'name: myapp-migration-v1' in-place/migration-job.yaml
expect "comments are kept" grep -q '# the same code as the service' in-place/migration-job.yaml

cp -r in-place again
run "kpt fn eval, in place, once more" kpt fn eval --exec migration-gate again
expect "twice is once" diff -r in-place again

# A comment behind a value has the place that its template needs.
cp -r base released
sed -i 's/ # the .*//' released/*.yaml
run "kpt fn eval, in place, the first tag" kpt fn eval --exec migration-gate released
expect "exit code 0" [ "$code" -eq 0 ]
expect "the template is kept" \
  grep -qF "name: myapp-migration-v1.2286938253.0 # kpt-set: myapp-migration-\${IMAGE_TAG}" released/migration-job.yaml
sed -i 's/v1.2286938253.0/v2.0/' released/deployment-variables.yaml
run "kpt fn eval, in place, the second tag" kpt fn eval --exec migration-gate released
expect "exit code 0" [ "$code" -eq 0 ]
expect "the first tag is gone" sh -c '! grep -rq v1.2286938253.0 released'
expect "the second one stands in all four places" [ "$(grep -rho 'v2\.0 # kpt-set' released | wc -l)" -eq 4 ]

cp -r released set
run "apply-setters of kpt's catalog, the third tag" \
  kpt fn eval set --exec "$WORK/apply-setters" -- IMAGE_TAG=v3.0
expect "exit code 0" [ "$code" -eq 0 ]
expect "it finds all four places by their comments" [ "$(grep -rho 'v3\.0 # kpt-set' set | wc -l)" -eq 4 ]

run "kpt fn eval, in place, a bare package is wired" \
  kpt fn eval --exec migration-gate bare -- deliverer=flux fix=wire
expect "exit code 0" [ "$code" -eq 0 ]
expect "the Job's name carries the version, and its template" \
  grep -qF "name: shop-migration-v1.0 # kpt-set: shop-migration-\${IMAGE_TAG}" bare/migration-job.yaml
expect "the gate waits for that name" grep -qF "job/shop-migration-v1.0 # kpt-set: job/shop-migration-\${IMAGE_TAG}" bare/deployment.yaml
expect "comments are kept" grep -qx '# The service.' bare/deployment.yaml
expect "comments stay where they are" grep -q 'value: shop-db # in this namespace' bare/deployment.yaml
sed -i 's/v1.0/v2.0/' bare/deployment-variables.yaml
run "kpt fn eval, in place, the wired package with the next tag" \
  kpt fn eval --exec migration-gate bare -- deliverer=flux fix=wire
expect "exit code 0" [ "$code" -eq 0 ]
expect "the first tag is gone" sh -c '! grep -rqF v1.0 bare'
expect "one Role" [ "$(grep -rhx 'kind: Role' bare | wc -l)" -eq 1 ]
run "kpt fn eval, the wired package" kpt fn eval --exec migration-gate -o unwrap bare
expect_a_safe_rollout

let_the_gate_wait_for_another_job
run "kpt fn render, the gate waits for another Job" kpt fn render --allow-exec -o unwrap base
expect_the_mistake_to_show

cp -r base mistaken
run "kpt fn eval, in place, the gate waits for another Job" kpt fn eval --exec migration-gate mistaken
expect_the_mistake_to_show
expect "no file is touched" diff -r base mistaken
finish
