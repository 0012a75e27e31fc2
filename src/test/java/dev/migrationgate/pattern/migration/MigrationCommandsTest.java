package dev.migrationgate.pattern.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.shell.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commands of a script migrate. */
class MigrationCommandsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "poetry run alembic -n db upgrade head ! alembic upgrade",
        "a; ./migrate.sh; npx prisma migrate deploy ! prisma migrate deploy",
        "timeout 60 dbmate up ! dbmate up",
        "npm run db:migrate ! db:migrate",
        "yarn migrate ! migrate",
        "./bin/migrate.sh --all ! ./bin/migrate.sh",
        "sh scripts/migrate.sh ! scripts/migrate.sh",
        "node dist/migrate ! dist/migrate",
        "python -m app.migrations ! app.migrations",
        "java -jar app.jar --migrate ! --migrate",
        "dotnet /app/Migrator.dll ! /app/Migrator.dll",
        "/app/server migrate ! migrate",
        "app --schema x migrate ! migrate",
        "psql -f a.sql ! psql",
        "psql --file=a.sql ! psql",
        "sqlcmd -i a.sql ! sqlcmd",
        "psql -f a.sql; npm run migrate ! migrate",
      })
  void name(String script, String name) {
    assertThat(names(script)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo alembic upgrade head",
        "which dbmate up",
        "python manage.py migrate --check",
        "echo migrate",
        "cd migrations",
        "ls ./migrate.sh",
        "npm install migrate",
        "npm ci migrate",
        "npm run migrate:status",
        "npm run migrate --dry-run",
        "./check-migrations",
        "./migrate-status.sh",
        "./wait-for-migrations.sh",
        "app --skip-migrations",
        "app 'run the migrations'",
        "app MIGRATE=1",
        "app $MIGRATE",
        "app https://x/migrate",
        "app migrations/",
        "app --migrations-dir",
        "app --dir migrations",
        "app lint ./migrations",
        "psql -c 'select 1'",
        "mysql -f a.sql",
        "server",
      })
  void others(String script) {
    assertThat(names(script)).isEmpty();
  }

  private static List<String> names(String script) {
    List<ShellCommand> all = ShellCommand.parse(script);
    MigrationCommands commands = new MigrationCommands(all);
    List<String> names = new ArrayList<>();
    for (ShellCommand command : all) {
      commands.name(command).ifPresent(names::add);
      assertThat(commands.include(command)).isEqualTo(commands.name(command).isPresent());
    }
    return names;
  }
}
