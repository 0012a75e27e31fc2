package dev.migrationgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.migrationgate.config.Config;
import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.source.BuildSteps;
import dev.migrationgate.pattern.source.FieldSchema;
import dev.migrationgate.pattern.source.PackageFiles;
import dev.migrationgate.rules.Finding;
import dev.migrationgate.rules.FixSettings;
import dev.migrationgate.rules.Severity;
import dev.migrationgate.run.Input;
import dev.migrationgate.run.Repair;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real packages with a migration Job, mended as far as can be. Each ends without an error that a
 * fix could mend and no guard forbids, and changes where a finding points, and nowhere else. The
 * table of all of them is written to {@code target/corpus-fixes.txt}.
 */
@Tag("corpus")
class CorpusFixTest {
  private static final Config WIRE = Config.DEFAULT.fixing(new FixSettings(false, true, Set.of()));

  private static final PackageFiles FILES =
      new PackageFiles(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          true,
          BuildSteps.NONE,
          FieldSchema.NONE);

  /** What stands behind a refusal when a fix did not do what it promised. */
  private static final List<String> DEFECTS =
      List.of("the finding would stay", "could not be read again", "another fix changes the same");

  private static final Map<String, String> TABLE = new TreeMap<>();
  private static final Map<String, Integer> MENDED = new TreeMap<>();
  private static final Map<String, Integer> REFUSED = new TreeMap<>();

  static Stream<String> sets() throws IOException {
    List<String> sets = new ArrayList<>();
    try (Stream<Path> folders = Files.list(Corpus.folder(""))) {
      for (Path folder : folders.sorted().toList()) {
        String set = folder.getFileName().toString();
        if (!Corpus.rollout(set).migrations().isEmpty()) {
          sets.add(set);
        }
      }
    }
    return sets.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sets")
  void isMendedAsFarAsCanBe(String set) throws IOException {
    Repair repair = Repair.of(read(set), WIRE, FILES, Optional.empty());
    List<String> unexplained = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    Map<String, Integer> mended = new TreeMap<>();
    int errors = 0;
    for (Finding finding : repair.judgement().findings()) {
      errors += finding.severity() == Severity.ERROR ? 1 : 0;
      String told = repair.redactor().redact(finding.message());
      int refusal = told.indexOf("; not mended: ");
      if (finding.fixed()) {
        mended.merge(finding.rule(), 1, Integer::sum);
        MENDED.merge(finding.rule(), 1, Integer::sum);
      } else if (refusal >= 0) {
        String why = told.substring(refusal + "; not mended: ".length());
        row.append(
            "    not mended  %s %s: %s%n".formatted(finding.severity().id(), finding.rule(), why));
        REFUSED.merge(finding.rule() + ": " + withoutNames(why), 1, Integer::sum);
        if (DEFECTS.stream().anyMatch(why::contains)) {
          unexplained.add(finding.rule() + ": " + why);
        }
      } else if (finding.severity() == Severity.ERROR) {
        row.append("    left        error %s: %s%n".formatted(finding.rule(), told));
        if (finding.fix().isPresent()) {
          unexplained.add(finding.rule() + ": has a fix, and neither result nor refusal");
        }
      }
    }
    TABLE.put(set, "%-34s mended %s; %d errors left%n".formatted(set, mended, errors) + row);
    assertThat(unexplained).isEmpty();
    assertThat(changesElsewhere(set, repair)).isEmpty();
    Repair again = Repair.of(manifests(repair.after()), WIRE, FILES, Optional.empty());
    for (int i = 0; i < again.after().size(); i++) {
      assertThat(again.after().get(i).text()).isEqualTo(repair.after().get(i).text());
    }
  }

  @AfterAll
  static void print() throws IOException {
    StringBuilder table = new StringBuilder();
    TABLE.values().forEach(table::append);
    table.append("%n%d sets with a migration Job. Mended:%n".formatted(TABLE.size()));
    MENDED.forEach((rule, count) -> table.append("%6d  %s%n".formatted(count, rule)));
    table.append("Not mended, and why:%n".formatted());
    REFUSED.forEach((why, count) -> table.append("%6d  %s%n".formatted(count, why)));
    Files.writeString(Path.of("target/corpus-fixes.txt"), table);
  }

  /**
   * Each stretch of lines that changed must lie in a resource that a mended finding is about, name
   * a Job that was renamed, or be a new document; and a line that is gone must come back with
   * another value, since no fix removes anything.
   */
  private static List<String> changesElsewhere(String set, Repair repair) throws IOException {
    Set<String> touched = new TreeSet<>();
    Set<String> renamed = new TreeSet<>();
    for (Finding finding : repair.judgement().findings()) {
      if (finding.fixed() && finding.resource().isPresent()) {
        touched.add(finding.resource().get().identity());
        if (finding.rule().equals("job-name-unversioned")) {
          renamed.add(finding.resource().get().name());
        }
      }
    }
    List<String> elsewhere = new ArrayList<>();
    Manifests before = read(set);
    for (int i = 0; i < repair.before().size(); i++) {
      SourceText source = repair.before().get(i);
      List<String> old = source.text().lines().toList();
      List<String> now = repair.after().get(i).text().lines().toList();
      for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
        List<String> gone = delta.getSource().getLines();
        List<String> came = delta.getTarget().getLines();
        int line = delta.getSource().getPosition() + 1;
        String where = source.name() + ":" + line + ": ";
        if (gone.size() > came.size()) {
          elsewhere.add(where + "removes " + gone);
        }
        for (String lost : gone) {
          if (came.stream().noneMatch(other -> isSameField(lost, other))) {
            elsewhere.add(where + "removes " + lost);
          }
        }
        boolean names = gone.stream().anyMatch(lost -> renamed.stream().anyMatch(lost::contains));
        boolean opens = !came.isEmpty() && came.get(0).startsWith("---");
        boolean pointed = false;
        for (Resource resource : before.resources()) {
          int first = source.line(resource.root().start());
          int last = source.line(Math.max(resource.root().end() - 1, 0)) + 1;
          pointed |=
              resource.source().name().equals(source.name())
                  && touched.contains(resource.identity())
                  && first <= line
                  && line <= last + 1;
        }
        if (!pointed && !names && !opens) {
          elsewhere.add(where + "no finding points here: " + gone + " -> " + came);
        }
      }
    }
    return elsewhere;
  }

  /** A value may change, and its key not: {@code key: …}, {@code - …}. */
  private static boolean isSameField(String one, String other) {
    int colon = one.indexOf(": ");
    int end = colon >= 0 ? colon : one.endsWith(":") ? one.length() - 1 : one.indexOf("- ") + 1;
    return other.startsWith(one.substring(0, Math.max(end, 0)))
        || other.strip().startsWith(one.strip());
  }

  /** Names would make each reason another one. */
  private static String withoutNames(String why) {
    return why.replaceAll("\"[^\"]*\"", "\"…\"")
        .replaceAll(
            "\\b(Job|Deployment|StatefulSet|Service|CronJob|DaemonSet|Kustomization|HelmRelease) \\S+",
            "$1 …");
  }

  private static Manifests read(String set) throws IOException {
    List<SourceText> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Corpus.folder(set))) {
      for (Path file : files.sorted().toList()) {
        if (CorpusTest.isManifest(file) && isReadable(file)) {
          sources.add(Input.read(file));
        }
      }
    }
    return manifests(sources);
  }

  private static Manifests manifests(List<SourceText> sources) {
    return sources.size() == 1
        ? ManifestReader.read(sources.get(0))
        : ManifestReader.readStream(sources);
  }

  private static boolean isReadable(Path file) {
    try {
      YamlReader.read(Input.read(file));
      return true;
    } catch (InvalidYaml e) {
      return false;
    }
  }
}
