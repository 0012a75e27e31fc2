package dev.migrationgate.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import dev.migrationgate.yaml.Quoting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole runs, with a hostile text in every field, or with many of what may stand many times. */
@Tag("growth")
class FunctionGrowthTest {
  private static final int LONGEST_TEXT = 64_000;
  private static final int LONGEST_PACKAGE = 1_000_000;
  private static final Pattern PLACE = Pattern.compile("<([a-z-]+)=([^>]*)>");

  private static final String DEPLOYMENT =
      "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {template: {spec: {";
  private static final String JOB =
      "---\n{apiVersion: batch/v1, kind: Job, metadata: {name: a-migration}, spec: {template: {spec:"
          + " {containers: [{name: a, image: 'a/a:v1', command: [flyway, migrate]}]}}}}\n";

  @TempDir static Path folder;
  private static String manifests;
  private static Path wire;

  @BeforeAll
  static void read() throws IOException {
    try (var in = FunctionGrowthTest.class.getResourceAsStream("places.yaml")) {
      manifests = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    wire =
        Files.writeString(
            folder.resolve("wire.yaml"),
            "apiVersion: fn.migrationgate.dev/v1alpha1\nkind: MigrationGate\nspec: {fix: [wire]}\n");
  }

  static Stream<Hostile> texts() {
    return Stream.of(
            "a",
            "a-",
            "a:",
            "v1.",
            "://",
            "a://b:c@",
            "{{",
            "__A",
            "${a",
            "$(",
            "\"$(",
            "while a;do ",
            "kubectl get job/a;",
            "manage.py migrate;",
            "password=",
            "name: PASSWORD",
            "a\n",
            "\uD83D\uDE80")
        .map(Hostile::of);
  }

  static Stream<Hostile> packages() {
    return Stream.of(
        many("containers: [{name: a, image: 'a/a:v1', env: [", "{name: A, value: $(A)$(A)}, "),
        many("containers: [{name: a, image: 'a/a:v1', args: [", "$(A), "),
        many("containers: [{name: a, image: 'a/a:v1', envFrom: [", "{secretRef: {name: a}}, "),
        many("initContainers: [", "{name: a, image: kubectl, args: [wait, job/a]}, "),
        many("containers: [", "{name: a, image: 'a/${A}'}, "),
        many("volumes: [", "{name: a, configMap: {name: a}}, "),
        new Hostile("", "a: b\n---\n", ""),
        new Hostile(DEPLOYMENT + "}}}}\n", "# kubectl apply\n", JOB),
        new Hostile("apiVersion: v1\nkind: Secret\nstringData: {a: \"", "a\\n", "\"}\n" + JOB),
        new Hostile(
            "{apiVersion: config.kubernetes.io/v1, kind: ResourceList, items: [",
            "{apiVersion: v1, kind: Service, metadata: {name: a}}, ",
            "]}\n"),
        new Hostile(
            "{apiVersion: config.kubernetes.io/v1, kind: ResourceList, items: [], results: [",
            "{message: a, tags: {rule: gate-missing}}, ",
            "]}\n"));
  }

  private static Hostile many(String before, String unit) {
    boolean inContainer = before.indexOf('[') != before.lastIndexOf('[');
    return new Hostile(DEPLOYMENT + before, unit, (inContainer ? "]}]" : "]") + "}}}}\n" + JOB);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void ofNames(Hostile text) {
    Growth.isLinear(List.of(text), LONGEST_TEXT, value -> run(names(value), wire.toString()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void ofAllElse(Hostile text) {
    Growth.isLinear(List.of(text), LONGEST_TEXT, value -> run(allElse(value), wire.toString()));
  }

  /**
   * Many uses of a short variable, and one use of a long one in each place. Both at once is the
   * product of the two, which has a limit.
   */
  @Test
  void ofVariables() {
    for (String use : List.of("${IMAGE_TAG}-", "${IMAGE_TAG//1/22}")) {
      Growth.isLinear(
          List.of(Hostile.of(use)),
          LONGEST_TEXT,
          uses -> run(input(place -> used(place, "v1.4.2", uses)), wire.toString()));
      Growth.isLinear(
          List.of(Hostile.of("1")),
          LONGEST_TEXT,
          value -> run(input(place -> used(place, value, use)), wire.toString()));
    }
  }

  private static Optional<String> used(String place, String variable, String uses) {
    return Optional.of(place.equals("variable") ? variable : uses);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packages")
  void ofPackages(Hostile text) {
    Growth.isLinear(List.of(text), LONGEST_PACKAGE, value -> run(value, wire.toString()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void check(Hostile text) {
    Growth.isLinear(
        List.of(text),
        LONGEST_TEXT,
        value -> run(allElse(value), "check", "--format", "json", "-"));
  }

  /** Each finding has its place and its excerpt of one and the same line. */
  @Test
  void ofFindingsOnOneLine() {
    Hostile text =
        new Hostile(
            "{apiVersion: v1, kind: List, items: [",
            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a},"
                + " spec: {template: {spec: {containers: [{name: a, image: a/a}]}}}}, ",
            "]}\n");
    Growth.isLinear(
        List.of(text), LONGEST_PACKAGE / 4, value -> run(value, "check", "--format", "sarif", "-"));
  }

  private static void run(String input, String... args) {
    Run run = Run.of(input.getBytes(StandardCharsets.UTF_8), args);
    assertThat(run.exitCode()).as(run.report()).isBetween(0, 2);
  }

  private static String names(String text) {
    return input(place -> place.startsWith("name-") ? Optional.of(text) : Optional.empty());
  }

  private static String allElse(String text) {
    return input(place -> place.startsWith("name-") ? Optional.empty() : Optional.of(text));
  }

  private static String input(Function<String, Optional<String>> texts) {
    Matcher matcher = PLACE.matcher(manifests);
    StringBuilder input = new StringBuilder();
    while (matcher.find()) {
      String value =
          texts.apply(matcher.group(1)).map(Quoting::doubleQuoted).orElse(matcher.group(2));
      matcher.appendReplacement(input, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(input).toString();
  }
}
