package dev.migrationgate.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import dev.migrationgate.yaml.Alias;
import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.ScalarEdit;
import dev.migrationgate.yaml.Sequence;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds however the YAML is written. The seed stands in the name of a failing case; each
 * property has packages of its own. {@code -Dmigrationgate.packages=N} tries that many for each.
 */
class StyledPropertiesTest {
  private static final int PACKAGES = Integer.getInteger("migrationgate.packages", 300);

  /** Where the packages of a property start, so that no two of them share one. */
  private static final long APART = 100_000;

  private static final List<String> TEXTS =
      List.of(
          "v2", "1.10", "on", "", " a", "a: b", "a #b", "it's", "\"", "\\", "{x}", "- a", "\u2190");

  @TempDir static Path folder;
  private static Path noOp;
  private static Path quiet;
  private static Path judged;
  private static Path wire;

  /** Fixes that have nothing to do but in the resource that their finding is about. */
  private static final List<String> OF_ONE_RESOURCE =
      List.of(
          "safe",
          "job-backoff-limit",
          "job-restart-policy",
          "job-force-annotation",
          "job-disruption",
          "job-backoff-limit, job-restart-policy");

  private static final List<Path> fixes = new ArrayList<>();

  @BeforeAll
  static void writeConfigs() throws IOException {
    noOp =
        config("variables: {from: []}, order: false, rules: {all: {severity: \"off\"}}", "no-op");
    quiet = config("order: false, rules: {all: {severity: \"off\"}}", "quiet");
    judged = config("order: false", "judged");
    wire = config("order: false, fix: [wire]", "wire");
    for (String fix : OF_ONE_RESOURCE) {
      String spec = "deliverer: flux, order: false, variables: {from: []}, fix: [" + fix + "]";
      fixes.add(config(spec, fix));
    }
  }

  private static Path config(String spec, String name) throws IOException {
    return Program.config(folder.resolve(name + ".yaml"), spec);
  }

  static LongStream seeds() {
    return LongStream.range(0, PACKAGES);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aNoOpReturnsTheInputByteForByte(long seed) {
    StyledPackage styled = StyledPackage.of(seed);
    assertThat(Program.run(styled.stream(), noOp)).isEqualTo(styled.stream());
    assertThat(Program.run(styled.resourceList(), noOp)).isEqualTo(styled.resourceList());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void substitutionChangesNeitherStructureNorType(long seed) {
    String input = StyledPackage.of(1 * APART + seed).stream();
    List<Document> before = Program.read(input);
    String output = Program.run(input, quiet);
    List<Document> after = Program.read(output);
    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      compare("", before.get(i).root(), after.get(i).root());
    }
    assertThat(Program.run(output, quiet)).isEqualTo(output);
  }

  /** Kubernetes wants a number in {@code replicas}; every other placeholder stays a string. */
  private static void compare(String path, Node before, Node after) {
    if (before.target() instanceof Mapping one && after.target() instanceof Mapping other) {
      assertThat(names(other)).as(path).isEqualTo(names(one));
      for (int i = 0; i < one.entries().size(); i++) {
        Entry entry = one.entries().get(i);
        compare(path + "." + entry.name(), entry.value(), other.entries().get(i).value());
      }
    } else if (before.target() instanceof Sequence one
        && after.target() instanceof Sequence other) {
      assertThat(other.items()).as(path).hasSameSizeAs(one.items());
      for (int i = 0; i < one.items().size(); i++) {
        compare(path + "[]", one.items().get(i), other.items().get(i));
      }
    } else {
      assertThat(after.target()).as(path).isInstanceOf(Scalar.class);
      assertThat(before.target()).as(path).isInstanceOf(Scalar.class);
      Scalar scalar = (Scalar) after.target();
      if (path.endsWith(".replicas")) {
        assertThat(scalar.value()).as(path).isEqualTo("3");
        assertThat(scalar.style()).isEqualTo(Scalar.Style.PLAIN);
      } else {
        assertThat(scalar.isRetyped()).as(path + " " + scalar).isFalse();
      }
    }
  }

  private static List<String> names(Mapping mapping) {
    List<String> names = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      names.add(entry.name());
    }
    return names;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void streamAndResourceListHaveTheSameFindings(long seed) {
    StyledPackage styled = StyledPackage.of(2 * APART + seed);
    Run stream = Program.judge(styled.stream(), judged);
    Run list = Program.judge(styled.resourceList(), judged);
    assertThat(findings(list)).isEqualTo(findings(stream));
    assertThat(list.exitCode()).isEqualTo(stream.exitCode());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOrderOfResourcesChangesNoFinding(long seed) {
    StyledPackage styled = StyledPackage.of(3 * APART + seed);
    List<String> findings = findings(Program.judge(styled.stream(), judged));
    List<String> shuffled = findings(Program.judge(styled.shuffled(seed + 1).stream(), judged));
    Collections.sort(findings);
    Collections.sort(shuffled);
    assertThat(shuffled).isEqualTo(findings);
  }

  /** The findings without lines; one is about the order of resources. */
  private static List<String> findings(Run run) {
    List<String> findings = new ArrayList<>();
    for (String line : run.report().split("\n")) {
      if (!line.contains(" job-after-workload ")) {
        findings.add(line.replaceAll("stdin:\\d+ ", "").replaceAll("^migration-gate: .*", ""));
      }
    }
    return findings;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aFixTouchesNoResourceButThoseOfItsMigration(long seed) {
    StyledPackage styled = StyledPackage.of(4 * APART + seed);
    Run run = Program.judge(styled.resourceList(), wire);
    List<String> missing = new ArrayList<>();
    for (String bystander : styled.bystanders()) {
      String item = "-\n  " + bystander.stripTrailing().replace("\n", "\n  ") + "\n";
      if (!normalised(run.text()).contains(normalised(item))) {
        missing.add(item);
      }
    }
    assertThat(missing).as(run.text()).isEmpty();
    assertThat(run.report()).containsAnyOf("(fixed)", "not mended: ");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aFixChangesNoByteOfAResourceWithoutItsFinding(long seed) {
    String input = StyledPackage.of(7 * APART + seed).resourceList();
    Run run = Program.judge(input, fixes.get((int) (seed % fixes.size())));
    List<String> before = items(input);
    List<String> after = items(run.manifests() + "\n");
    assertThat(after).hasSameSizeAs(before);
    Set<String> fixed = fixed(run.text());
    List<Node> resources = Program.read(input).get(0).root().items("items");
    for (int i = 0; i < before.size(); i++) {
      Node resource = resources.get(i);
      String name = resource.text("kind").get() + " " + resource.text("metadata", "name").get();
      if (!fixed.contains(name)) {
        assertThat(after.get(i)).as(name).isEqualTo(before.get(i));
      }
    }
  }

  /** The bytes from the start of each item to that of the next. */
  private static List<String> items(String text) {
    List<String> items = new ArrayList<>();
    List<Node> nodes = Program.read(text).get(0).root().items("items");
    for (int i = 0; i < nodes.size(); i++) {
      boolean last = i + 1 == nodes.size();
      int end = last ? text.length() : nodes.get(i + 1).start();
      String item = text.substring(nodes.get(i).start(), end);
      items.add(last ? item.stripTrailing() : item);
    }
    return items;
  }

  private static Set<String> fixed(String output) {
    Set<String> fixed = new HashSet<>();
    for (Node result : Program.read(output).get(0).root().items("results")) {
      if (result.has("true", "tags", "fixed")) {
        fixed.add(
            result.text("resourceRef", "kind").get()
                + " "
                + result.text("resourceRef", "name").get());
      }
    }
    return fixed;
  }

  /** A blank line has no indentation. */
  private static String normalised(String text) {
    return text.replace("\r\n", "\n").replaceAll("(?m)^ +$", "");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void lineBreaksStayAsTheyWere(long seed) {
    StyledPackage styled = StyledPackage.of(5 * APART + seed);
    String output = Program.judge(styled.resourceList(), wire).text();
    if (styled.lineBreak().equals("\r\n")) {
      assertThat(output.replace("\r\n", "\u2424")).doesNotContain("\n", "\r");
    } else {
      assertThat(output).doesNotContain("\r");
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anEditOfAScalarChangesNothingElse(long seed) {
    Random random = new Random(seed);
    SourceText source = new SourceText("input", StyledPackage.of(6 * APART + seed).stream());
    List<Place> places = places(YamlReader.read(source));
    for (int i = 0; i < 5; i++) {
      int chosen = random.nextInt(places.size());
      Place place = places.get(chosen);
      String text = TEXTS.get(random.nextInt(TEXTS.size()));
      String edited =
          ScalarEdit.applied(source, place.scalar(), text, place.inFlow()).orElseThrow();
      List<Place> after = places(Program.read(edited));
      assertThat(after).as(edited).hasSameSizeAs(places);
      for (int j = 0; j < places.size(); j++) {
        String expected = j == chosen ? text : places.get(j).scalar().value();
        assertThat(after.get(j).scalar().value()).as(edited).isEqualTo(expected);
      }
      assertThat(after.get(chosen).scalar().isRetyped()).as(edited).isFalse();
    }
  }

  /** A value that may be edited. */
  private record Place(Scalar scalar, boolean inFlow) {}

  private static List<Place> places(List<Document> documents) {
    List<Place> places = new ArrayList<>();
    for (Document document : documents) {
      collect(document.root(), false, places);
    }
    return places;
  }

  private static void collect(Node node, boolean inFlow, List<Place> places) {
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        collect(entry.value(), inFlow || mapping.flow(), places);
      }
    } else if (node instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        collect(item, inFlow || sequence.flow(), places);
      }
    } else if (node instanceof Scalar scalar) {
      places.add(new Place(scalar, inFlow));
    } else {
      assertThat(node).isInstanceOf(Alias.class);
    }
  }
}
