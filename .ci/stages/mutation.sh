#!/usr/bin/env bash
# The program with one small mistake at a time: how many of these mutants does a test notice? A run takes one package,
# another one each day; MUTATION="yaml fix" those, MUTATION=all each of them. pattern and rules hold most of the code and
# take too long for a daily turn.
source .ci/lib.sh
need mvn mutation
wanted=85

# The golden cases that show most of each package; a mutant that others alone would notice counts as one that stays.
declare -A cases=(
  [yaml]="lossless,fix,order,resourcelist,resourcelists,substitute,check"
  [substitute]="substitute,lossless,fix,resourcelist,seed,good,mistakes,check,rules/ambiguous-variable,rules/empty-variable,\
rules/illegal-image-tag,rules/invalid-expression,rules/leftover-placeholder,rules/name-sanitised,rules/template-not-kept,\
rules/undefined-variable,rules/unused-variable"
  [pattern]="rules,gates,fix,seed,good,mistakes,check"
  [rules]="rules,gates,seed,good,mistakes,check"
  [order]="order,resourcelist,resourcelists,check"
  [fix]="fix,seed,good,check"
)
daily=(yaml substitute order fix)
case ${MUTATION:-} in
  all) packages=("${daily[@]}" pattern rules) ;;
  "") packages=("${daily[$(date +%s) / 86400 % ${#daily[@]}]}") ;;
  *) read -ra packages <<<"$MUTATION" ;;
esac

for package in "${packages[@]}"; do
  report=$repository/target/mutation/$package
  rm -rf "$report"
  start=$SECONDS
  run "$package" mvn -B -ntp -Pmutation -Dmutated="$package" -Dcases="${cases[$package]}" -Dthreads=2 \
    test-compile pitest:mutationCoverage
  expect "PIT ran" [ "$code" -eq 0 ]
  mutants=$(grep -c "<mutation " "$report/mutations.xml")
  noticed=$(grep -c "<mutation detected='true'" "$report/mutations.xml")
  expect "$noticed of $mutants mutants are noticed: $wanted % or more" \
    [ $((${mutants:-0} > 0 && ${noticed:-0} * 100 >= ${mutants:-0} * wanted)) -eq 1 ]
  echo "$package $mutants $noticed $((${mutants:-0} > 0 ? noticed * 100 / mutants : 0)) $((SECONDS - start))" >>"$WORK/table"
done
{ echo "package mutants noticed % seconds"; cat "$WORK/table"; } | column -t
finish
