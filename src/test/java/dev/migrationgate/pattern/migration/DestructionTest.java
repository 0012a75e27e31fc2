package dev.migrationgate.pattern.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Containers;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which commands delete data, and in which word they stand. */
class DestructionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      textBlock =
          """
          command: [npx, prisma, migrate, reset, --force]          ^ prisma migrate reset ^ command[3]
          command: [npx, prisma, db, push, --accept-data-loss]     ^ prisma db push --accept-data-loss ^ command[4]
          command: [rake], args: ['db:drop']                       ^ db:drop              ^ args[0]
          command: [psql, -c, 'drop schema public cascade']        ^ DROP SCHEMA          ^ command[2]
          command: [psql, -c, 'Drop Database shop']                ^ DROP DATABASE        ^ command[2]
          command: [sh, -c, "python - <<E\\ndb.execute('drop table a')\\nE"] ^ DROP TABLE   ^ command[2]
          command: [sh, -c, 'echo start; dropdb shop']             ^ dropdb               ^ command[2]
          command: [sh, -c, 'echo DROP DATABASE shop | psql']      ^ DROP DATABASE        ^ command[2]
          image: flyway, args: [clean]                             ^ flyway clean         ^ args[0]
          command: [manage.py, migrate]                            ^                      ^
          command: [sh, -c, 'echo drop database; migrate up']      ^                      ^
          command: [sh, -c, 'printf "%s" db:drop; migrate up']     ^                      ^
          command: [sh, -c, 'echo db:drop; rake db:reset']         ^ db:reset             ^ command[2]
          image: shop                                              ^                      ^
          """)
  void areTold(String fields, String text, String path) {
    Optional<Destruction> found = Destruction.in(Containers.container("{" + fields + "}"));
    assertThat(found.map(Destruction::text)).isEqualTo(Optional.ofNullable(text));
    assertThat(found.map(destruction -> destruction.word().path()))
        .isEqualTo(Optional.ofNullable(path).map(at -> "spec.containers[0]." + at));
  }
}
