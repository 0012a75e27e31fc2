package dev.migrationgate.pattern.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Containers;
import dev.migrationgate.pattern.database.DatabaseCheck;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.shell.Loops;
import dev.migrationgate.pattern.shell.ShellCommand;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which commands fail while the schema is behind, and which do for a command that migrates. */
class SchemaChecksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          manage.py migrate --check                                        | Django
          ./bin/rails db:abort_if_pending_migrations                       | Rails
          until psql -c "select * from alembic_version"; do :; done        | alembic
          until psql -c "SELECT 1 FROM Flyway_Schema_History"; do :; done  | Flyway
          until mysql -e "select * from schema_migrations"; do :; done     | the migration tool
          until (psql -c "select * from knex_migrations"); do :; done      | Knex
          until /usr/bin/psql -c "select * from phinxlog"; do :; done      | Phinx
          until xpsql -c "select * from alembic_version"; do :; done       |
          until 1psql -c "select * from alembic_version"; do :; done       |
          until psqlx -c "select * from alembic_version"; do :; done       |
          until psql -c "select 1"; do :; done                             |
          psql -c "select * from alembic_version"                          |
          until curl alembic_version; do :; done                           |
          until python -c "q('select 1 from alembic_version')"; do :; done | alembic
          while ! node -e "q('from knex_migrations')"; do :; done          | Knex
          while node -e "q('from knex_migrations')"; do :; done            |
          until alembic current; do :; done                                |
          manage.py migrate                                                |
          """)
  void askForTheSchema(String script, String tool) {
    List<ShellCommand> commands = ShellCommand.parse(script);
    assertThat(SchemaChecks.toolOf(commands, new Loops(commands), 0))
        .isEqualTo(Optional.ofNullable(tool));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      textBlock =
          """
          until alembic current 2>&1 | grep -q head; do :; done  ^ alembic
          until flask db current | grep head; do :; done         ^ Flask-Migrate
          until alembic current | tee log; do :; done            ^
          alembic current | grep -q head                         ^
          """)
  void someoneBehindAPipeMayRead(String script, String tool) {
    askForTheSchema(script, tool);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [python, manage.py, migrate, --noinput]                           | python manage.py migrate --check
          [python, /app/manage.py, migrate, --settings=prod, --database, x] | python /app/manage.py migrate --check --settings=prod --database x
          [bundle, exec, rails, 'db:migrate']                               | bundle exec rails db:abort_if_pending_migrations
          [rails, 'db:prepare']                                             | rails db:abort_if_pending_migrations
          [npx, prisma, migrate, deploy, --schema, a/b.prisma]              | npx prisma migrate status --schema a/b.prisma
          [alembic, -c, x.ini, upgrade, head]                               | alembic -c x.ini current --check-heads
          [manage.py, --settings, prod, migrate]                            | manage.py --settings prod migrate --check
          [manage.py, migrate, --settings]                                  | manage.py migrate --check --settings
          [sh, -c, 'echo a; exec dbmate --env URL up']                      | dbmate --env URL status --exit-code
          [goose, up]                                                       |
          [ls]                                                              |
          """)
  void aCheckStandsInTheMigrationsPlace(String command, String check) {
    Container container = Containers.container("{image: x, command: " + command + "}");
    assertThat(DatabaseCheck.of(container).map(words -> String.join(" ", words)))
        .isEqualTo(Optional.ofNullable(check));
  }
}
