#!/usr/bin/env bash
# Functions under kpt, out of place and in place. Its container form is in the stage `containers`.
source .ci/lib.sh
# Its modules cannot be had with `go install`, so it must be on the machine.
need kpt "kpt"
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

let_the_gate_wait_for_another_job
run "kpt fn render, the gate waits for another Job" kpt fn render --allow-exec -o unwrap base
expect_the_mistake_to_show

cp -r base mistaken
run "kpt fn eval, in place, the gate waits for another Job" kpt fn eval --exec migration-gate mistaken
expect_the_mistake_to_show
expect "no file is touched" diff -r base mistaken
finish
