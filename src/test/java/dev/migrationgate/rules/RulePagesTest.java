package dev.migrationgate.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.migrationgate.config.Config;
import dev.migrationgate.config.ConfigReader;
import dev.migrationgate.golden.Run;
import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.run.Function;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule has a page in {@code docs/rules}, and every page tells the truth: what it calls bad
 * makes the rule speak, what it calls good does not. {@code mvn test -Dmigrationgate.approve=true}
 * writes the table of the rules anew.
 */
class RulePagesTest {
  private static final Path FOLDER = Path.of("docs", "rules");
  private static final Path TABLE = FOLDER.resolve("README.md");
  private static final String TABLE_HEAD = "| rule | severity | fix | finds |\n|---|---|---|---|\n";

  private static final List<String> HEADINGS =
      List.of(
          "What it finds",
          "What you would see in the cluster",
          "Why",
          "Bad",
          "Good",
          "Parameters",
          "When to suppress");

  static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (Rule rule : Rules.ALL) {
      ids.add(rule.id());
    }
    return ids;
  }

  @Test
  void everyPageIsOfARule() throws IOException {
    List<String> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".md") && !name.equals("README.md")) {
          pages.add(name.substring(0, name.length() - ".md".length()));
        }
      }
    }
    assertThat(pages).containsExactlyInAnyOrderElementsOf(ids());
  }

  @Test
  void theTableHoldsEveryRule() throws IOException {
    String text = Files.readString(TABLE);
    int head = text.indexOf(TABLE_HEAD);
    assertThat(head).as("a table in " + TABLE + " that starts with " + TABLE_HEAD).isNotNegative();
    String expected = text.substring(0, head) + TABLE_HEAD + rows();
    if (Boolean.getBoolean("migrationgate.approve")) {
      Files.writeString(TABLE, expected);
      return;
    }
    assertThat(text)
        .as(TABLE + " is stale; run mvn test -Dtest=RulePagesTest -Dmigrationgate.approve=true")
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void opensWithIdTitleAndSeverity(String id) throws IOException {
    Rule rule = Rules.named(id).orElseThrow();
    List<String> opening = Page.of(id).paragraphs();
    assertThat(opening).hasSize(3);
    assertThat(opening.get(0)).isEqualTo("# " + id);
    assertThat(opening.get(1)).isEqualTo(rule.title() + ".");
    assertThat(opening.get(2)).startsWith("Severity: " + rule.severity().id()).endsWith(".");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void hasItsSectionsInOrder(String id) throws IOException {
    Map<String, String> sections = Page.of(id).sections();
    assertThat(sections.keySet()).containsExactlyElementsOf(HEADINGS);
    assertThat(sections).allSatisfy((heading, text) -> assertThat(text).as(heading).isNotBlank());
    assertThat(sections.get("When to suppress"))
        .contains("migrationgate.dev/ignore." + id, "rules." + id + ".severity");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void namesItsParameters(String id) throws IOException {
    Rule rule = Rules.named(id).orElseThrow();
    String section = Page.of(id).sections().get("Parameters");
    if (rule.parameters().isEmpty()) {
      assertThat(section.strip()).isEqualTo("None.");
      return;
    }
    for (Parameter parameter : rule.parameters()) {
      String values = String.join("`, `", parameter.defaults());
      String defaults = values.isEmpty() ? "none" : "`" + values + "`";
      String row = "| `" + parameter.name() + "` | " + defaults + " | " + parameter.description();
      assertThat(section).contains(row + " |");
      Config config = Example.configIn(section).orElseThrow();
      assertThat(config.rules().of(rule).parameters()).containsKey(parameter.name());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void badIsFound(String id) throws IOException {
    Page page = Page.of(id);
    Example bad = page.bad();
    assertThat(bad.rules()).as(bad.told()).containsKey(id);
    String severity = page.paragraphs().get(2);
    assertThat(severity).as("the severity of the example").contains(bad.rules().get(id));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void goodIsNotFoundAndBringsNothingNew(String id) throws IOException {
    Page page = Page.of(id);
    Example good = page.good();
    assertThat(good.rules()).as(good.told()).doesNotContainKey(id);
    for (Map.Entry<String, String> rule : good.rules().entrySet()) {
      if (!rule.getValue().equals(Severity.INFO.id())) {
        assertThat(page.bad().rules()).as(good.told()).containsKey(rule.getKey());
      }
    }
  }

  private static String rows() {
    Map<String, String> rows = new TreeMap<>();
    for (Rule rule : Rules.ALL) {
      String link = "[" + rule.id() + "](" + rule.id() + ".md)";
      String fix =
          switch (rule.reach()) {
            case NONE -> "";
            case SAFE -> "safe";
            case WIRE -> "wire";
          };
      rows.put(
          rule.id(),
          "| " + String.join(" | ", link, rule.severity().id(), fix, rule.title()) + " |\n");
    }
    return String.join("", rows.values());
  }

  /** A page, taken apart: what stands above its first section, and the sections by heading. */
  private record Page(String opening, Map<String, String> sections) {
    static Page of(String id) throws IOException {
      Path file = FOLDER.resolve(id + ".md");
      if (!Files.exists(file)) {
        fail("rule " + id + " has no page " + file);
      }
      StringBuilder opening = new StringBuilder();
      Map<String, StringBuilder> sections = new LinkedHashMap<>();
      StringBuilder current = opening;
      boolean inExample = false;
      for (String line : Files.readAllLines(file)) {
        inExample ^= line.startsWith("```");
        if (line.startsWith("## ") && !inExample) {
          current = new StringBuilder();
          sections.put(line.substring("## ".length()), current);
        } else {
          current.append(line).append('\n');
        }
      }
      Map<String, String> texts = new LinkedHashMap<>();
      sections.forEach((heading, text) -> texts.put(heading, text.toString()));
      return new Page(opening.toString(), texts);
    }

    /** The paragraphs of the opening, each on one line. */
    List<String> paragraphs() {
      List<String> paragraphs = new ArrayList<>();
      for (String paragraph : opening.strip().split("\n\n")) {
        paragraphs.add(paragraph.replace('\n', ' '));
      }
      return paragraphs;
    }

    Example bad() {
      return Example.of(sections.get("Bad"), Optional.empty());
    }

    /** Runs under the functionConfig of the bad one, unless it has its own. */
    Example good() {
      return Example.of(sections.get("Good"), Example.configIn(sections.get("Bad")));
    }
  }

  /** The manifests of a section and what the function says of them. */
  private record Example(String manifests, String report) {
    private static final Pattern FILE =
        Pattern.compile("```yaml (\\S+\\.yaml)\n(.*?)```", Pattern.DOTALL);

    static Example of(String section, Optional<Config> otherwise) {
      List<MatchResult> files = FILE.matcher(section).results().toList();
      if (!files.isEmpty()) {
        return ofPackage(files);
      }
      Optional<Config> own = configIn(section);
      String manifests = fenced(section, "yaml").orElseThrow();
      Function.Outcome outcome =
          Function.run(
              ManifestReader.read(new SourceText("example.yaml", manifests)),
              Optional.of(own.isPresent() ? own.get() : otherwise.orElse(Config.DEFAULT)));
      return new Example(manifests, outcome.report());
    }

    /** What only check sees is shown file by file. */
    private static Example ofPackage(List<MatchResult> files) {
      try {
        Path folder = Files.createTempDirectory("page");
        StringBuilder manifests = new StringBuilder();
        for (MatchResult file : files) {
          Path path = folder.resolve(file.group(1));
          Files.createDirectories(path.getParent());
          Files.writeString(path, file.group(2));
          manifests.append(file.group());
        }
        String text = Run.of(new byte[0], "check", folder.toString()).text();
        return new Example(manifests.toString(), text.replaceAll("(?m)^ +", ""));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The functionConfig that a section carries. */
    static Optional<Config> configIn(String section) {
      Optional<String> text = fenced(section, "yaml config");
      if (text.isEmpty()) {
        return Optional.empty();
      }
      SourceText source = new SourceText("functionConfig", text.get());
      return Optional.of(ConfigReader.read(source, YamlReader.read(source).get(0).root()));
    }

    private static Optional<String> fenced(String section, String kind) {
      String open = "```" + kind + "\n";
      int start = section.indexOf(open);
      if (start < 0) {
        return Optional.empty();
      }
      int from = start + open.length();
      return Optional.of(section.substring(from, section.indexOf("```", from)));
    }

    /** The rules that speak, each with the worst severity in which it does. */
    Map<String, String> rules() {
      Map<String, String> rules = new LinkedHashMap<>();
      for (String line : report.split("\n")) {
        String[] words = line.split("[ :]", 3);
        if (words.length > 1 && Severity.named(words[0]).isPresent()) {
          rules.putIfAbsent(words[1], words[0]);
        }
      }
      return rules;
    }

    /** Example and report, for the message of a failing test. */
    String told() {
      return manifests + "---\n" + report;
    }
  }
}
