#!/usr/bin/env bash
# The program with one small mistake at a time: how many of these mutants does a test notice? A run takes one package or
# slice of a package, another one each day; MUTATION="yaml pattern/gates" those, MUTATION=pattern all slices of one,
# MUTATION=all everything. Golden cases that show most of each are tried, beside all tests of the package itself; a mutant
# that other cases alone would notice counts as one that stays.
source .ci/lib.sh
need mvn mutation
wanted=85

declare -A cases=(
  [yaml]="lossless fix order resourcelist resourcelists substitute check"
  [substitute]="substitute lossless fix resourcelist seed good mistakes check rules/ambiguous-variable rules/empty-variable
    rules/illegal-image-tag rules/invalid-expression rules/leftover-placeholder rules/name-sanitised rules/template-not-kept
    rules/undefined-variable rules/unused-variable"
  [order]="order resourcelist resourcelists check"
  [fix]="fix seed good check"
)
packages=(yaml substitute order fix)
declare -A classes=()

# slice NAME CLASSES CASES: wherever in their package the classes stand.
slice() {
  packages+=("$1")
  classes[$1]=$2
  cases[$1]="$3 check/built"
}

slice pattern/gates "Gate GateReader KubectlCommand WaitForArguments WaitForImage HealthCheck OwnQuestion Loops
  CommandSignal" \
  "gates rules/gate-mode rules/gate-wrong-job rules/gate-prefix-match rules/gate-image-broken rules/gate-race
    rules/gate-not-a-gate rules/gate-missing rules/gate-forbidden"
slice pattern/shell "ShellCommand CommandLine ExitStatus Destruction Container Count CommaList Duration SchemaChecks
  DatabaseCheck ShellLexer ShellCall ShellOptions" \
  "gates rules/gate-not-a-gate rules/migration-in-workload rules/destructive-command rules/migration-not-found
    rules/migration-failure-hidden"
slice pattern/scripts "ScriptParser ScriptTokens ShellToken ShellNode ScriptRun ScriptCommands ScriptPlace ScriptEnd
  ShellState ShellTest Substitutions Programs HiddenError HiddenFailure MigrationCommands
  SqlClient ClientOptions UnstoppedClients ShellInput" \
  "rules/migration-failure-hidden"
slice pattern/databases "DatabaseAddress DatabasePlace DatabaseServer DatabaseSources DatabaseIdentity DatabaseLocation
  Pooler PlainPassword OwnDatabases" \
  "rules/environment-differs rules/migration-through-pooler rules/migration-in-workload rules/migrations-race
    rules/network-blocked rules/secret-in-plain-text rules/service-account-missing rules/hook-needs-later rules/gate-missing"
slice pattern/links "Links Linker Link LinkCandidate LinkChoice NameStem Siblings Peer Lookalike ReleaseName SchemaUse" \
  "rules/gate-missing rules/gate-wrong-job rules/migration-not-found rules/migration-in-workload rules/gate-not-a-gate
    rules/environment-differs rules/job-after-workload rules/workload-not-rolled rules/order-without-effect
    rules/gate-namespace rules/required-gates gates seed good"
slice pattern/delivery "DeliveryOrder DelivererEvidence DeliveryComments Deliverer ArgoPlace HelmHook HookDeletion
  HookDialects KappRules FluxKustomizations FluxSubstitution Prerequisites Stall DeadSelect" \
  "rules/two-dialects rules/flux-split-unordered rules/flux-substitute-lag rules/gate-deadlock rules/hook-needs-later
    rules/job-after-workload rules/order-without-effect rules/migration-after-service rules/gate-deleted-job
    rules/kustomization-order rules/gate-late rules/gate-outlived rules/job-force-annotation rules/job-ttl-reruns"
slice pattern/migrations "MigrationDetector MigrationSignals OwnMigration MigrationJob MigrationLock MountedScripts
  OneTimeWork DeclaredMigration FrontEnd JobName GeneratedName Version JobRuns Suspension BuildSteps ImageFamily Image" \
  "rules/migration-not-found rules/migration-in-workload rules/gate-missing rules/destructive-command rules/migrations-race
    rules/gate-not-a-gate seed good"
slice pattern/access "Access ApiCredentials NetworkPolicies LabelSelector SelectorIndex ServiceTraffic Disruption
  PullSecrets PodSecurity Autoscalers Replicas" \
  "rules/access-too-wide rules/gate-forbidden rules/gate-no-token rules/service-account-missing rules/network-blocked
    rules/job-selected-by-service rules/migration-after-service rules/job-disruption rules/job-pull-secret-missing
    rules/job-pod-security rules/gate-runs-as-root"

# rest_of PACKAGE: its classes that are in none of its slices so far.
rest_of() {
  local package named=" "
  for package in "${!classes[@]}"; do
    [[ $package == "$1"/* ]] && named+="${classes[$package]//$'\n'/ } "
  done
  find "src/main/java/dev/migrationgate/$1" -name '[A-Z]*.java' -exec basename -s .java {} + | sort |
    while read -r class; do
      [[ $named == *" $class "* ]] || echo "$class"
    done
}

slice pattern/pods "$(rest_of pattern)" \
  "rules/environment-differs rules/gate-missing rules/kustomization-invalid rules/kustomization-order
    rules/kustomization-unlisted rules/job-sidecar-holds rules/unknown-field rules/leftover-placeholder
    rules/secret-in-plain-text rules/template-not-kept rules/job-template-unstable rules/hook-needs-later
    rules/migration-in-workload"

# rules_between FROM TO: the rules of which golden cases are named after them, from one class on to before the other.
rules_between() {
  local class LC_ALL=C
  for class in src/main/java/dev/migrationgate/rules/*.java; do
    class=$(basename -s .java "$class")
    [[ ! $class < $1 && $class < $2 && -d testdata/$(cases_of_rule "$class") ]] && echo "$class"
  done
}

# JobNameInvalid is shown by rules/job-name-invalid.
cases_of_rule() {
  sed -E 's/([a-z])([A-Z])/\1-\2/g; s/([A-Z])([A-Z][a-z])/\1-\2/g; s/.*/rules\/\L&/' <<<"$1"
}

rules_slice() {
  local rules
  rules=$(rules_between "$2" "$3")
  slice "$1" "$rules" "$(while read -r rule; do cases_of_rule "$rule"; done <<<"$rules")"
}

rules_slice rules/access-to-gate-race A GateRu
rules_slice rules/gate-root-to-job-pods GateRu JobPu
rules_slice rules/job-pulls-to-not-found JobPu MigrationT
rules_slice rules/poolers-to-workloads MigrationT a
slice rules/shared "$(rest_of rules)" \
  "rules/environment-differs rules/suppression-without-effect rules/required-gates rules/job-ttl-missing
    rules/access-too-wide resourcelist good seed"

chosen=()
for name in ${MUTATION:-}; do
  for package in "${packages[@]}"; do
    [[ $name == all || $package == "$name" || $package == "$name"/* ]] && chosen+=("$package")
  done
  [[ $name == all || " ${packages[*]}" == *" $name"* ]] || expect "$name is one of ${packages[*]}" false
done
[ -n "${MUTATION:-}" ] || chosen=("${packages[$(date +%s) / 86400 % ${#packages[@]}]}")

for name in "${chosen[@]}"; do
  package=${name%/*}
  report=$repository/target/mutation/$name
  rm -rf "$report"
  mutated="dev.migrationgate.$package.*"
  if [ -n "${classes[$name]:-}" ]; then
    # PIT's * reaches over packages too, so that a class is found in those below.
    mutated=$(for class in ${classes[$name]}; do
      printf ',dev.migrationgate.%s*.%s,dev.migrationgate.%s*.%s$*' "$package" "$class" "$package" "$class"
    done)
  fi
  start=$SECONDS
  run "${name//\//-}" mvn -B -ntp -Pmutation -Dmutated="$package" -Dreport="$name" -Dslice="${mutated#,}" \
    -Dcases="$(tr -s ' \n' , <<<"${cases[$name]}")" -Dthreads=2 test-compile pitest:mutationCoverage
  expect "PIT ran" [ "$code" -eq 0 ]
  mutants=$(grep -c "<mutation " "$report/mutations.xml")
  noticed=$(grep -c "<mutation detected='true'" "$report/mutations.xml")
  expect "$noticed of $mutants mutants are noticed: $wanted % or more" \
    [ $((${mutants:-0} > 0 && ${noticed:-0} * 100 >= ${mutants:-0} * wanted)) -eq 1 ]
  echo "$name $mutants $noticed $((${mutants:-0} > 0 ? noticed * 100 / mutants : 0)) $((SECONDS - start))" >>"$WORK/table"
done
{ echo "package mutants noticed % seconds"; cat "$WORK/table"; } | column -t
finish
