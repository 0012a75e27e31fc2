package dev.migrationgate.pattern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a script ends well although {@code W}, the command that migrates, has failed. */
class HiddenErrorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "W || true",
        "W || :",
        "W || exit 0",
        "W || echo failed",
        "W || { echo failed; exit 0; }",
        "W || (echo failed)",
        "W && echo done || echo failed",
        "W; exit 0",
        "W; echo done",
        "W\necho done",
        "W\na\necho done",
        "W; true",
        "W | tee log",
        "W 2>&1 | tee log",
        "W |& tee log",
        "W | sed 's/^/> /'",
        "{ W; echo done; } | cat",
        "set -e\nW | tee log\necho done",
        "set -o pipefail\nW | tee log || true",
        "W &",
        "W &\nwait",
        "W & sleep 5; wait",
        "if ! W; then echo failed; fi",
        "if W; then echo done; fi",
        "if W; then echo done; else echo failed; fi",
        "if a; then b; elif W; then echo done; fi",
        "set -e; if ! W; then echo failed; fi; echo done",
        "for i in 1 2 3; do W && break; sleep 5; done",
        "for i in 1 2 3; do if W; then break; fi; echo again; done; echo done",
        "n=0; until W; do n=$((n+1)); if [ $n -ge 5 ]; then break; fi; sleep 1; done",
        "n=0; until W || [ $n -ge 5 ]; do n=$((n+1)); sleep 1; done",
        "n=0; while [ $n -lt 5 ]; do W && exit 0; n=$((n+1)); sleep 1; done",
        "n=0; while [ $n -lt 5 ]; do W && exit 0; n=$((n+1)); sleep 1; done; echo gave up; exit 0",
        "for ((i=0; i<5; i++)); do W && exit 0; sleep 1; done",
        "until W; do [ -f /tmp/stop ] && exit 0; sleep 1; done",
        "trap 'exit 0' EXIT; W",
        "set -e\ntrap 'echo bye; exit 0' EXIT\nW",
        "trap 'echo failed; exit 0' ERR; W",
        "trap end EXIT; end() { echo bye; exit 0; }; W",
        "W; rc=$?; echo $rc; exit 0",
        "W; rc=$?; if [ $rc -ne 0 ]; then echo failed; fi",
        "W; if [ $? -eq 0 ]; then echo done; else echo failed; fi",
        "W; [ $? -eq 0 ] && echo done; exit 0",
        "echo \"$(W)\"",
        "export OUT=$(W)",
        "out=$(W) || true; echo $out",
        "run() { W || true; }; run",
        "run() { W; return 0; }; run",
        "function run { W; echo done; }\nrun",
        "run() { W; echo done; }; run || exit 1",
        "set -e; run() { W; echo done; }; if run; then echo done; fi",
        "sh -c 'W || true'",
        "set -e; sh -c 'W; echo done'",
        "timeout 60 sh -c 'until W; do sleep 1; done' || true",
        "set -e; set +e; W; set -e; echo done",
        "set +e; W; echo done",
        "(W; echo done)",
        "(W; echo done) && exit 0",
        "(exit 1); W || true",
        "! W",
        "ok=false; W && ok=true; $ok || echo failed",
        "case $MODE in up) W || true ;; *) W || true ;; esac",
        "cat <<EOF\nfailed || true\nEOF\nW || true",
        "cd /app && W || true",
        "set -e; cd /app; a; W || echo failed",
        "while true; do W && break; sleep 1; [ -f /stop ] && break; done",
        "W || true\nif [ \"$X\" = 1 ]; then echo one; fi",
        "status=1; W && status=0; exit 0",
        "exec W & wait",
        "ok=true; W; $ok || exit 1; echo done",
        "end() { exit 0; }; trap end 0; W",
        "W & wait || exit 1",
        "while break; do a; done; W || true",
      })
  void hidesIt(String script) {
    assertThat(in(script)).hasValueSatisfying(found -> assertThat(found.certain()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "W; a",
        "W || true; a",
        "W; curl -X POST http://localhost:15020/quitquitquit",
        "proxy & pid=$!; W; kill $pid; true; a",
        "W || curl http://hooks/failed",
        "W | mail",
        "W; touch /tmp/done",
        "proxy & pid=$!; W; kill $pid",
        "proxy & W; kill -9 $!",
        ". /lib/functions; W; a",
        "W; if [ \"$SEED\" = true ]; then seed; fi",
        "for f in *.sql; do W; a; done",
      })
  void probablyHidesIt(String script) {
    assertThat(in(script)).hasValueSatisfying(found -> assertThat(found.certain()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "W",
        "exec W",
        "a; W",
        "a || true; W",
        "a || true\nW && echo done",
        "set -e\nW\necho done",
        "set -eu; W; echo done",
        "set -o errexit; W; echo done",
        "set -euo pipefail\nW | tee log\necho done",
        "set -o pipefail; W | tee log",
        "a | W",
        "yes | W",
        "W && echo done",
        "W && a && b",
        "W || exit 1",
        "W || exit $?",
        "W || { echo failed; exit 1; }",
        "W || (echo failed; exit 1) || exit 1",
        "W || (echo failed; false)",
        "W || W --again",
        "W || { a; W; }",
        "W || check",
        "W || { stamp && exit 0; }",
        "W; rc=$?; echo done; exit $rc",
        "W; rc=$?; kill $pid; exit $rc",
        "W\nRC=$?\nif [ $RC -ne 0 ]; then\n  echo failed\n  exit $RC\nfi\necho done",
        "W\nif [ $? -ne 0 ]; then exit 1; fi\necho done",
        "W; if [[ $? != 0 ]]; then exit 1; fi; echo done",
        "W; if test $? -gt 0; then exit 1; fi; echo done",
        "W; [ $? -eq 0 ] || exit 1; echo done",
        "W; check || exit 1; echo done",
        "W; if ! check; then exit 1; fi; echo done",
        "W; case $? in 0) echo done ;; *) exit 1 ;; esac",
        "if ! W; then exit 1; fi; echo done",
        "if W; then echo done; else echo failed; exit 1; fi",
        "if W; then exit 0; fi; exit 1",
        "until W; do sleep 1; done",
        "until W; do sleep 1; done; echo done",
        "while ! W; do echo again; sleep 1; done",
        "while true; do W && break; sleep 1; done",
        "while :; do if W; then exit 0; fi; sleep 1; done",
        "n=0; until W; do n=$((n+1)); if [ $n -ge 5 ]; then exit 1; fi; sleep 1; done",
        "for i in 1 2 3; do W && exit 0; sleep 1; done; exit 1",
        "for i in 1 2 3; do W && exit 0; [ $i -eq 3 ] && exit 1; sleep 5; done",
        "n=0; while [ $n -lt 5 ]; do W && exit 0; n=$((n+1)); done; exit 1",
        "ok=0; for i in 1 2 3; do W && ok=1 && break; sleep 1; done; [ $ok -eq 1 ]",
        "ok=false; W && ok=true; $ok",
        "ok=false; W && ok=true; if [ \"$ok\" = false ]; then exit 1; fi; echo done",
        "ok=''; W && ok=1; [ -n \"$ok\" ] || exit 1",
        "status=1; W && status=0; exit $status",
        "status=1; W && status=0; exit ${status:-1}",
        "W & wait $!",
        "W & pid=$!; sleep 1; wait $pid",
        "W & wait -n",
        "proxy & W",
        "while true; do sleep 9; done & W",
        "trap 'kill $pid' EXIT; W",
        "trap 'rc=$?; curl http://x; exit $rc' EXIT; W",
        "trap 'exit 0' TERM; W",
        "trap 'exit 0' EXIT; trap - EXIT; W",
        "trap 'exit 1' ERR; W; echo done",
        "out=$(W)",
        "set -e; out=$(W); echo $out",
        "out=$(W) || exit 1; echo $out",
        "run() { W; }; run",
        "run() { W || return 1; echo done; }; run",
        "run() { W; }; run || exit 1; echo done",
        "sh -ec 'W; echo done'",
        "bash -euo pipefail -c 'W | tee log; echo done'",
        "sh -c 'W' && echo done",
        "sh -c 'W; echo done' | a || false",
        "timeout 60 sh -c 'until W; do sleep 1; done'",
        "timeout 60 W",
        "(set -e; W; echo done)",
        "! W || exit 1; ! a",
        "W 2>&1 | grep -q done",
        "W | tee log; exit ${PIPESTATUS[0]}",
        "W | tee log; [ ${PIPESTATUS[0]} -eq 0 ] || exit 1; echo done",
        "exec 2>&1; W",
        "exec > log 2>&1\nset -e\nW\necho done",
        "cat <<'EOF' > run.sh\nW || true\nEOF\nW",
        "cat <<-EOF\n\tW || true\n\tEOF\nW",
        "cat << EOF | a\nW || true\nEOF\nW",
        "# W || true\nW",
        "echo 'W || true'; W",
        "if [ -f /x ]; then W; else exit 1; fi",
        "if [ \"$M\" = 1 ]; then W || exit 1; fi; echo done",
        ". /lib.sh; W; echo done",
        ". /lib/functions; W || fail; echo done",
        "W; kill $$",
        "W; kill $pid",
        "[ -z \"$X\" ] && exit 0; W",
        "a && W",
        "a=(1 2); W",
        "(( n++ )); W",
        "eval \"$X\" || W",
        "exec W || true",
        "exec sh -c 'W'; echo done",
        "exec sh -c 'a; W'",
        "W & job=$!; wait $job; exit $?",
        "W; case x in *) exit 1 ;; esac",
        ". /vault/env; set -e; W; echo done",
      })
  void failsWithIt(String script) {
    assertThat(in(script)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "W || true; select x in a b; do echo; done",
        "W || true; fi",
        "W || true; if a; then b",
        "W || true; cat <(a)",
        "W || true )",
        "run() { a; }; run() { b; }; W || true",
        "again() { again; }; again; W || true",
        "W || eval \"$X\"",
        "W || true; case x in a) b",
        "a $(if) ; W || true",
      })
  void saysNothingOfWhatItCannotRead(String script) {
    assertThat(in(script)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "W || true ! BEHIND_OR",
        "set -e; { a; W; } || true ! BEHIND_OR",
        "W | tee log ! IN_PIPE",
        "W | tee log || true ! IN_PIPE",
        "set -o pipefail; W | tee log || true ! BEHIND_OR",
        "W & ! IN_BACKGROUND",
        "if W; then echo; fi ! IN_CONDITION",
        "if a; then W; echo; else W; true; fi ! IN_SEQUENCE",
        "for i in 1 2; do W && break; sleep 1; done ! IN_LOOP",
        "until W; do break; done ! IN_LOOP",
        "for f in a b; do W; done; echo done ! IN_SEQUENCE",
        "W; echo done ! IN_SEQUENCE",
        "W && echo done; echo end ! ELSEWHERE",
        "[ -f a ] || W; echo end ! IN_SEQUENCE",
        "trap 'exit 0' EXIT; W ! ELSEWHERE",
        "set -e; echo $(W) ! ELSEWHERE",
        "set -e; run() { W; echo done; }; if run; then a; fi ! ELSEWHERE",
        "set +e; W; echo end ! ELSEWHERE",
        "a | W; echo end ! IN_SEQUENCE",
      })
  void tellsHow(String script, HiddenError how) {
    assertThat(in(script)).hasValueSatisfying(found -> assertThat(found.how()).isEqualTo(how));
  }

  @Test
  void theShellMayStopAtErrors() {
    ShellOptions stopping = new ShellOptions(true, false);
    ShellOptions pipes = new ShellOptions(true, true);

    assertThat(in("W; echo done", stopping)).isEmpty();
    assertThat(in("W | tee log; echo done", pipes)).isEmpty();
    assertThat(in("W | tee log; echo done", stopping)).isPresent();
    assertThat(in("W || true; echo done", pipes)).isPresent();
  }

  @Test
  void readsScriptsOfAnySize() {
    String chain = "a && ".repeat(100_000) + "W || true";
    String nest = "(".repeat(100_000) + "W || true";
    String choices = "if a; then b; el".repeat(100_000) + "W || true";
    String doubling = "if [ $a = 1 ]; then x=1; else y$i=2; fi\n".repeat(5000) + "W || true";

    assertThat(in(chain)).isEmpty();
    assertThat(in(nest)).isEmpty();
    assertThat(in(choices)).isEmpty();
    assertThat(in(doubling)).isEmpty();
  }

  private static Optional<HiddenError.Found> in(String script) {
    return in(script, ShellOptions.NONE);
  }

  private static Optional<HiddenError.Found> in(String script, ShellOptions options) {
    return ShellNode.parse(script)
        .flatMap(node ->
            HiddenError.in(node, script, options, command -> command.program().equals("W")));
  }
}
