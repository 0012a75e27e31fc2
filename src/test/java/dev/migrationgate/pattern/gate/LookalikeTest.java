package dev.migrationgate.pattern.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Given;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which init containers claim to wait for a migration and wait for something else. */
class LookalikeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          until pg_isready; do sleep 1; done          | pg_isready
          echo wait; nc -z db 5432 && echo there      | nc
          /usr/bin/nc -z db 5432                      | nc
          flyway info                                 | flyway info
          sqlx migrate info                           | sqlx migrate info
          nc -z db 5432; flyway info                  | nc
          echo "$(date)"; nc -z db 5432               | nc
          """)
  void claimsWhatItDoesNot(String script, String command) {
    assertThat(of("wait-for-migrations", script))
        .extracting(Lookalike::command)
        .containsExactly(command);
    assertThat(of("Schema", script)).hasSize(1);
    assertThat(of("wait-for-db", script)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop-cli wait",
        "nc -z db 5432; shop-cli wait",
        "flyway info | grep -q Pending",
        "until [ \"$(psql -c x)\" = 1 ]; do nc -z db 1; done",
        "[ `psql` = 1 ]; nc -z db 5432",
        "echo wait",
      })
  void mayWellDoIt(String script) {
    assertThat(of("wait-for-migrations", script)).isEmpty();
  }

  private static List<Lookalike> of(String name, String script) {
    Workload workload =
        Given.workload(
            "{containers: [], initContainers: [{name: a, image: b}, {name: "
                + name
                + ", image: c, command: [sh, -c, '"
                + script
                + "']}]}");
    return Lookalike.of(workload);
  }
}
