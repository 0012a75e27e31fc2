package dev.migrationgate.pattern.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Given;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.pattern.shell.HiddenError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a client of a database goes on after a statement that failed, and ends with 0. */
class UnstoppedClientsTest {
  private static final String FILES =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: files}
      data:
        schema.sql: |
          CREATE TABLE a (id int);
          CREATE TABLE b (id int);
        more.sql: |
          \\i /sql/schema.sql
        if.sql: |
          \\if :big
          CREATE TABLE a (id int);
          \\endif
        rows.sql: |
          INSERT INTO a VALUES (1);
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: steps}
      data:
        001.sql: |
          CREATE TABLE a (id int);
        002.sql: |
          INSERT INTO a VALUES (1);
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: stops}
      data:
        stops.sql: |
          \\set ON_ERROR_STOP on
          CREATE TABLE a (id int);
        breaks.sql: |
          SET exit_on_error = on;
          CREATE TABLE a (id int);
        plus.sql: |
          WHENEVER SQLERROR EXIT FAILURE
          CREATE TABLE a (id int);
        cmd.sql: |
          :on error exit
          CREATE TABLE a (id int);
      """;

  /** Of a file that is in sight, in an image without a startup file. Each was tried. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "psql -f /m/schema.sql",
        "psql -f/m/schema.sql",
        "psql -qf /m/schema.sql",
        "psql -qAtf/m/schema.sql db",
        "psql --file /m/schema.sql",
        "psql --file=/m/schema.sql -h db -U shop shop",
        "psql -h db -p 5432 -U f -d shop -f /m/schema.sql",
        "psql -1 -f /m/schema.sql",
        "psql --single-transaction -f /m/schema.sql",
        "psql -f /m/rows.sql -f /m/schema.sql",
        "psql -v ON_ERROR_STOP -f /m/schema.sql",
        "psql -v ON_ERROR_STOP=0 -f /m/schema.sql",
        "psql -v ON_ERROR_STOP=off -f /m/schema.sql",
        "psql -v ON_ERROR_STOP=1 -v ON_ERROR_STOP=0 -f /m/schema.sql",
        "psql -v on_error_stop=1 -f /m/schema.sql",
        "psql \"$DATABASE_URL\" -f /m/schema.sql",
        "ON_ERROR_STOP=1 psql -f /m/schema.sql",
        "/usr/bin/psql -X -f /m/schema.sql",
        "timeout 60 psql -f /m/schema.sql",
        "exec psql -f /m/schema.sql",
        "psql < /m/schema.sql",
        "psql </m/schema.sql >/dev/null 2>&1",
        "psql -f - < /m/schema.sql",
        "psql -d shop 0</m/schema.sql",
        "cat /m/schema.sql | psql",
        "cat /m/schema.sql | tee log | psql -q",
        "psql <<EOF\nalter table a add b int;\nEOF\n",
        "psql <<-'EOF'\n\talter table a add b int;\n\tEOF\necho done",
        "psql <<EOF || exit 1\nalter table a add b int;\nEOF\n",
        "psql <<< 'alter table a add b int'",
        "echo 'alter table a add b int' | psql",
        "cat <<EOF | psql\nalter table a add b int;\nEOF\n",
        "psql <<EOF\nselect 1;\nEOF\npsql <<EOF\nalter table a add b int;\nEOF\n",
        "until psql -f /m/schema.sql; do sleep 1; done",
        "for f in /steps/*.sql; do psql -f \"$f\"; done",
        "for f in /steps/*\ndo\n psql < ${f}\ndone",
        "cat /steps/*.sql | psql",
        "if psql -f /m/schema.sql; then echo done; else exit 1; fi",
        "psql -f /m/schema.sql || exit 1",
        "psql -f /m/schema.sql; rc=$?; exit $rc",
        "psql -v ON_ERROR_STOP=1 -f /m/rows.sql; psql -f /m/schema.sql",
        "apply_all() { psql -f /m/schema.sql; }; apply_all",
      })
  void psqlCertainly(String script) {
    assertThat(of("postgres:17", script)).containsExactly("exits: give psql -v ON_ERROR_STOP=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "psql -f /other/schema.sql",
        "psql -f \"$file\"",
        "for f in /m/*.sql; do psql -f $f; done",
        "for f in /other/*.sql; do psql -f $f; done",
        "for f in /steps/*.sql /other/x.sql; do psql -f $f; done",
        "for f in /steps/002.sql; do a; done; for f in /other/*.sql; do psql -f $f; done",
        "psql < /other/001.sql",
        "cat /other/*.sql | psql",
        "envsubst < /other/001.sql | psql",
        "sed s/a/b/ /other/001.sql | psql",
        "{ echo 'begin;'; cat /other/001.sql; echo 'commit;'; } | psql",
        "psql -f /m/if.sql",
        "psql -f /m/more.sql",
        "psql <<EOF\n\\i /other/001.sql\nEOF\n",
        "psql -c '\\i /m/schema.sql'",
        "psql -c 'set role x' -f /m/schema.sql",
        "psql -c 'alter table a add b int' -c 'select 1'",
        "psql $PSQL_OPTS -f /m/schema.sql",
        "cat /other/settings.sql /m/schema.sql | psql",
        "psql \"$@\" -f /m/schema.sql",
        "psql <<EOF\nalter table a add b int;\n$(cat x)\nEOF\n",
        "psql -f /m/schema.sql; ./other",
        "psql -f /m/schema.sql && psql -c 'select 1'",
      })
  void psqlPerhaps(String script) {
    assertThat(of("postgres:17", script)).containsExactly("may: give psql -v ON_ERROR_STOP=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "psql -v ON_ERROR_STOP=1 -f /m/schema.sql",
        "psql -vON_ERROR_STOP=1 -f /m/schema.sql",
        "psql -qv ON_ERROR_STOP=on -f /m/schema.sql",
        "psql -v ON_ERROR_STOP= -f /m/schema.sql",
        "psql -v ON_ERROR_STOP=$STOP -f /m/schema.sql",
        "psql --set ON_ERROR_STOP=on -f /m/schema.sql",
        "psql --set=ON_ERROR_STOP=1 -f /m/schema.sql",
        "psql --variable=ON_ERROR_STOP=1 -f /m/schema.sql",
        "psql --variable ON_ERROR_STOP=TRUE -f /m/schema.sql",
        "psql -f /m/schema.sql db -v ON_ERROR_STOP=1",
        "psql -c '\\set ON_ERROR_STOP on' -f /m/schema.sql",
        "psql -v ON_ERROR_STOP=1 < /m/schema.sql",
        "cat /s/stops.sql /m/schema.sql | psql",
        "cat /m/schema.sql | psql -v ON_ERROR_STOP=1",
        "psql -f /s/stops.sql",
        "psql < /s/stops.sql",
        "for f in /s/*.sql; do psql -f $f; done",
        "for f in /steps/002*; do psql -f $f; done",
        "psql -f /s/stops.sql -f /m/schema.sql",
        "psql -f /s/breaks.sql",
        "psql -f /m/rows.sql",
        "psql -f /other/seed.sql",
        "psql -f /other/create_users.sql",
        "psql <<EOF\n\\set ON_ERROR_STOP on\nalter table a add b int;\nEOF\n",
        "psql <<EOF\ncreate database shop;\nEOF\n",
        "echo 'select 1' | psql",
        "pg_dump x | psql",
        "psql -c 'create table a (id int)'",
        "psql -c 'select 1' -c 'create table a (id int)'",
        "psql -1 -c 'create table a (id int)' -c 'select 1'",
        "psql -l",
        "OPTS='-v ON_ERROR_STOP=1'; psql $OPTS -f /m/schema.sql",
        "alias psql='psql -v ON_ERROR_STOP=1'; psql -f /m/schema.sql",
        "psql() { command psql -v ON_ERROR_STOP=1 \"$@\"; }; psql -f /m/schema.sql",
        "echo '\\set ON_ERROR_STOP on' > ~/.psqlrc; psql -f /m/schema.sql",
        "PGOPTIONS='-c exit_on_error=on' psql -f /m/schema.sql",
        "psql -f /m/schema.sql 2>&1 | tee log; if grep -q ERROR log; then exit 1; fi",
        "psql -f /m/schema.sql 2>err; if [ -s err ]; then exit 1; fi",
        "psql -f /m/schema.sql; exit 1",
        "flyway migrate; psql -f /m/schema.sql",
        "kubectl exec db -- psql -f /m/schema.sql",
        "mysql -f a.sql",
        "mysql < /m/schema.sql",
        "mysql --force -e 'alter table a add b int'",
        "mysql --force --skip-force < /m/schema.sql",
        "mysql --force=0 < /m/schema.sql",
        "mysql -pf < /m/schema.sql",
        "mysql -e 'source /m/schema.sql'",
        "mysql -f < /m/rows.sql",
        "mariadb --abort-source-on-error -e 'source /m/schema.sql'",
        "sqlcmd -b -i /m/schema.sql",
        "sqlcmd -S db -b -Q 'alter table a add b int'",
        "sqlcmd --exit-on-error -i /m/schema.sql",
        "sqlcmd -V 16 -i /m/schema.sql",
        "sqlcmd -i /s/cmd.sql",
        "sqlcmd -Q 'select 1'",
        "sqlplus x @/s/plus.sql",
        "sqlplus x <<EOF\nwhenever sqlerror exit 1\nalter table a add b int;\nEOF\n",
        "sqlplus x <<EOF\nselect 1 from dual;\nEOF\n",
        "sqlite3 db < /m/schema.sql",
      })
  void nothing(String script) {
    assertThat(of("postgres:17", script)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "mysql -f db < /other/001.sql ! exits: take --force away from mysql",
        "mysql --force -psecret db < /m/schema.sql ! exits: take --force away from mysql",
        "cat /m/schema.sql | mariadb -vf ! exits: take --force away from mariadb",
        "mysql --force -e 'source /m/schema.sql' ! exits: take --force away from mysql",
        "mysql --force=1 < /m/schema.sql ! exits: take --force away from mysql",
        "mariadb -e '\\. /m/schema.sql' ! may: give mariadb --abort-source-on-error",
        "mariadb -e 'source /m/schema.sql;' ! may: give mariadb --abort-source-on-error",
        "ysqlsh -f /m/schema.sql ! may: give ysqlsh -v ON_ERROR_STOP=1",
        "sqlcmd -S db -U sa -P x -i /m/schema.sql ! may: give sqlcmd -b",
        "sqlcmd -Q 'alter table a add b int' ! may: give sqlcmd -b",
        "sqlcmd -S b < /m/schema.sql ! may: give sqlcmd -b",
        "sqlplus -s x/y@db @/other/001.sql"
            + " ! may: begin what sqlplus reads with WHENEVER SQLERROR EXIT FAILURE",
        "echo exit | sqlplus x/y@db @/m/schema.sql"
            + " ! may: begin what sqlplus reads with WHENEVER SQLERROR EXIT FAILURE",
      })
  void others(String script, String expected) {
    assertThat(of("postgres:17", script)).containsExactly(expected);
  }

  /** Its image may bring a startup file, unless that is not read. */
  @Test
  void anImageOfItsOwnLeavesItOpen() {
    assertThat(of("registry.example.com/shop:v1", "psql -f /m/schema.sql"))
        .containsExactly("may: give psql -v ON_ERROR_STOP=1");
    assertThat(of("registry.example.com/shop:v1", "psql --no-psqlrc -f /m/schema.sql"))
        .containsExactly("exits: give psql -v ON_ERROR_STOP=1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "[psql, -f, /m/schema.sql] ! exits: give psql -v ON_ERROR_STOP=1",
        "[psql, $(DATABASE_URL), -f, /other/001.sql] ! may: give psql -v ON_ERROR_STOP=1",
        "[env, PGUSER=x, psql, -f, /m/schema.sql] ! exits: give psql -v ON_ERROR_STOP=1",
        "[psql, -v, ON_ERROR_STOP=1, -f, /m/schema.sql] !",
        "[psql, -f, /s/stops.sql] !",
        "[psql, -f, stops.sql] !",
        "[psql, -c, create table a (id int)] !",
        "[psql] !",
        "[mysql, --force, -e, select 1] !",
        "[alembic, upgrade, head] !",
      })
  void withoutAShell(String command, String expected) {
    List<String> found =
        in("image: postgres:17, workingDir: /s, " + mounts(command) + ", command: " + command);
    assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env: [{name: PSQLRC, value: /m/rc}]",
        "env: [{name: PGOPTIONS, value: -c exit_on_error=on}]",
        "env: [{name: OPTS, value: -v ON_ERROR_STOP=1}]",
        "volumeMounts: [{name: files, mountPath: /root/.psqlrc, subPath: rc}]",
      })
  void whatStandsOutsideMayStopIt(String field) {
    assertThat(in("image: x, command: [psql, -f, /other/001.sql], " + field)).isEmpty();
  }

  /** A file of which the name is not known may be one of them. */
  @Test
  void aMountedFileMayStopIt() {
    String container = "image: x, command: [psql, -f, /other/001.sql]";
    assertThat(in(container)).hasSize(1);
    assertThat(in(container + ", volumeMounts: [{name: stops, mountPath: /else}]")).isEmpty();
  }

  @Test
  void anotherWayToHideItComesFirst() {
    PodTemplate pod = pod("image: postgres, command: [sh, -c, 'psql -f /sql/1.sql || true']");
    HiddenFailure hidden =
        HiddenFailure.in(pod, Given.resource(FILES), new MountedScripts(Given.resources(FILES)))
            .get(0);
    assertThat(hidden.how()).isEqualTo(HiddenError.BEHIND_OR);
    assertThat(hidden.remedy()).isEqualTo("give psql -v ON_ERROR_STOP=1");
  }

  private static List<String> of(String image, String script) {
    String quoted = "'" + script.replace("'", "''").replace("\n", "\n\n      ") + "'";
    return in("image: " + image + ",\n      command: [sh, -ec, " + quoted + "], " + mounts(script));
  }

  private static String mounts(String script) {
    boolean stops = script.contains("/s/") || script.contains(" stops");
    return "volumeMounts: [{name: files, mountPath: /m}, {name: steps, mountPath: /steps}"
        + (stops ? ", {name: stops, mountPath: /s}]" : "]");
  }

  private static List<String> in(String container) {
    PodTemplate pod = pod(container);
    Resource owner = Given.resource(FILES);
    List<HiddenFailure> found =
        HiddenFailure.in(pod, owner, new MountedScripts(Given.resources(FILES)));
    assertThat(found)
        .allSatisfy(hidden -> assertThat(hidden.how()).isEqualTo(HiddenError.IN_COMMAND));
    return found.stream()
        .map(hidden -> (hidden.certain() ? "exits: " : "may: ") + hidden.remedy())
        .toList();
  }

  private static PodTemplate pod(String container) {
    return Given.pod(
        "{containers: [{name: a, "
            + container
            + "}], volumes: [{name: files, configMap: {name: files}},\n"
            + "    {name: steps, configMap: {name: steps}},\n"
            + "    {name: stops, configMap: {name: stops}}]}");
  }
}
