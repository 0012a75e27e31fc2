package dev.migrationgate.pattern;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrationgate.growth.Growth;
import dev.migrationgate.growth.Hostile;
import dev.migrationgate.pattern.database.DatabaseAddress;
import dev.migrationgate.pattern.database.DatabaseCheck;
import dev.migrationgate.pattern.gate.GateReader;
import dev.migrationgate.pattern.migration.Destruction;
import dev.migrationgate.pattern.migration.JobName;
import dev.migrationgate.pattern.migration.MigrationDetector;
import dev.migrationgate.pattern.pod.CommandLine;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Image;
import dev.migrationgate.pattern.pod.NameStem;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.pattern.pod.Version;
import dev.migrationgate.pattern.shell.ExitStatus;
import dev.migrationgate.pattern.shell.Loops;
import dev.migrationgate.pattern.shell.ShellCommand;
import dev.migrationgate.pattern.source.Placeholder;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Quoting;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What reads names, images, versions, addresses and commands, given what it likes least. */
@Tag("growth")
class PatternGrowthTest {
  private static final int LONGEST = 10_000_000;

  /** All that looks at a script costs more than to take it apart. */
  private static final int LONGEST_SCRIPT = 400_000;

  static Stream<Arguments> matchers() {
    return Stream.of(
        of("image", text -> Image.parse(text).hasReleaseTag(), "a:", "a/", "@", "1-", ":", "a-"),
        of("name", NameStem::of, "-", "1-", "a-", "v1.", "--a", "A-"),
        of("name without words", NameStem::withoutMigration, "job-", "a-", "-"),
        of("longer name", JobName::longer, "1.", "1", "-1"),
        of("version", text -> Version.differ("v" + text, text + "1"), "1.", "a", "1", "0-"),
        of(
            "version in a version",
            text -> Version.differ(text, text.substring(text.length() / 2) + "b"),
            "a",
            "1-",
            "1"),
        of("placeholder", Placeholder::inName, "${", "{{", "__", "<", "__A", "A_-", "${}", "A.-"),
        of(
            "address",
            text -> DatabaseAddress.differ("DB_URL", "a://" + text, "b://" + text),
            "@",
            "a:",
            "/",
            "://",
            "?",
            "a.",
            "+",
            ",",
            "a=b;"),
        of("setting", DatabaseAddress::isSetting, "_", "DB_", "A", "ConnectionStrings__"),
        of(
            "shell",
            ShellCommand::parse,
            "a ",
            "a;",
            "'",
            "\"",
            "\\",
            "$(",
            "`",
            "(",
            "\"$(",
            "a||",
            "2>&1 ",
            "#"));
  }

  static Stream<Arguments> scripts() {
    return Stream.of(
            "a ",
            "a;",
            "'",
            "\"",
            "\\",
            "$(",
            "${",
            "`",
            "(",
            ")",
            "\"$(",
            "\"$()",
            "'a'",
            "if a;",
            "while a;",
            "while a; do ",
            "done;",
            "a&&",
            "a||",
            "a|",
            "\n",
            "#",
            "&",
            "2>&1 ",
            "a=",
            "timeout -k ",
            "timeout -",
            "sh -c ",
            "sh ",
            "-/sh ",
            "env ",
            "do ",
            "{ ",
            "prisma ",
            "migrate up;",
            "manage.py migrate --check;",
            "kubectl wait job/a;",
            "kubectl get ",
            "job-wr ",
            "set -e;",
            "exit 1;",
            "x $(kubectl get job;",
            "psql a://b@c/d;")
        .map(unit -> arguments(Hostile.of(unit)));
  }

  private static Arguments of(String name, Consumer<String> matcher, String... units) {
    return arguments(name, matcher, Stream.of(units).map(Hostile::of).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("matchers")
  void ofText(String name, Consumer<String> matcher, List<Hostile> texts) {
    Growth.isLinear(texts, LONGEST, matcher);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void ofScripts(Hostile script) {
    Growth.isLinear(List.of(script), LONGEST_SCRIPT, PatternGrowthTest::readScript);
  }

  /** All that looks at what a container runs. */
  private static void readScript(String script) {
    String container =
        "{image: 'a/b:1', name: migrate-schema, command: [sh, -c, "
            + Quoting.doubleQuoted(script)
            + "]}";
    Container migrating = Containers.container(container);
    List<ShellCommand> commands = CommandLine.of(migrating).commands();
    for (ShellCommand command : commands) {
      command.program();
    }
    if (!commands.isEmpty()) {
      new Loops(commands).hold(commands.size() - 1);
      new ExitStatus(commands, true).survivesFailureOf(0);
    }
    MigrationDetector.toolOf(migrating);
    Destruction.in(migrating);
    DatabaseCheck.of(migrating);
    for (String list : new String[] {"initContainers", "containers"}) {
      Node spec = Containers.read(list + ": [" + container + "]");
      GateReader.read(new PodTemplate(spec, spec, "spec"));
    }
  }
}
