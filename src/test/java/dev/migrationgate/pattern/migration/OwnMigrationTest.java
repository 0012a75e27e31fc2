package dev.migrationgate.pattern.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Given;
import dev.migrationgate.pattern.gate.Workload;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which containers of a workload migrate by themselves. */
class OwnMigrationTest {
  private static final String GATE =
      "{name: gate, image: kubectl, command: [kubectl, wait, job/x, --for=condition=complete]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: a, command: [manage.py, migrate]                     | Django: Django
          name: a, command: [rails, 'db:migrate']                    | Rails: Rails with a lock
          name: a, command: [prisma, migrate, deploy]                | Prisma: Prisma with a lock
          name: a, command: [prisma, db, push]                       | Prisma's push: Prisma's push
          name: a, command: [artisan, migrate, --isolated]           | Laravel: Laravel with a lock
          name: a, command: [sh, -c, 'echo migrate; ./migrate.sh']   | a script: ./migrate.sh with a lock
          name: a, command: [shop, db, upgrade]                      | a script: shop db upgrade with a lock
          name: migrator, command: [./run.sh]                        | a script: a migration with a lock
          name: run-db-migrations                                    | a script: a migration with a lock
          """)
  void anInitContainerDoes(String container, String expected) {
    assertThat(of("[{" + container + "}]", "[{name: c, image: shop}]")).containsExactly(expected);
    assertThat(of("[" + GATE + ", {" + container + "}]", "[{name: c, image: shop}]")).isEmpty();
    assertThat(of("[{" + container + "}, " + GATE + "]", "[{name: c, image: shop}]"))
        .containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: a, command: [./check-migrations]",
        "name: a, command: [shop, --skip-migrations]",
        "name: a, command: [shop, run the migrations]",
        "name: a, command: [shop, /migrations/]",
        "name: a, command: [shop, dir=/migrations]",
        "name: a, command: [cp, -r, /migrations, /shared]",
        "name: a, command: [echo, migrate]",
        "name: a, command: [shop, db, check]",
        "name: a, command: [db, upgrade]",
        "name: migrations-status, command: [./run.sh]",
        "name: migrator, command: [./run.sh, --check]",
        "name: migrator, command: [./run.sh, --skip-all]",
        "name: migrator, command: [cp, a, b]",
        "name: db, command: [./run.sh]",
        "name: a, image: registry.k8s.io/kubectl, args: [wait, --for=create, job/shop-migrate]",
        "name: seeds, command: [./run.sh]",
      })
  void anInitContainerDoesNot(String container) {
    assertThat(of("[{" + container + "}]", "[{name: c, image: shop}]")).isEmpty();
  }

  @Test
  void whatServesDoesBeforeItsProgram() {
    assertThat(of("[]", "[{name: c, command: [sh, -c, './migrate.sh && ./server']}]"))
        .containsExactly("a script: ./migrate.sh with a lock");
    assertThat(of("[]", "[{name: c, command: [sh, -c, './server migrator']}]")).isEmpty();
    assertThat(of("[]", "[{name: migrator, command: [./server]}]")).isEmpty();
    assertThat(of("[" + GATE + "]", "[{name: c, command: [sh, -c, './migrate.sh && ./s']}]"))
        .isEmpty();
  }

  @Test
  void onlyToolsWithoutALockAreKnownToHaveNone() {
    MigrationJob job = Given.job("migrate", "{containers: []}");
    assertThat(MigrationLock.isAbsent(Given.migration(job.resource(), "Django"))).isTrue();
    assertThat(MigrationLock.isAbsent(Given.migration(job.resource(), "Flyway"))).isFalse();
    assertThat(MigrationLock.isAbsent(job)).isFalse();
  }

  private static List<String> of(String initContainers, String containers) {
    Workload workload =
        Given.workload("{initContainers: " + initContainers + ", containers: " + containers + "}");
    List<String> found = new ArrayList<>();
    for (OwnMigration own : OwnMigration.of(workload)) {
      String tool = own.tool().isEmpty() ? "a script" : own.tool();
      found.add(tool + ": " + own.command() + (own.takesLock() ? " with a lock" : ""));
    }
    return found;
  }
}
