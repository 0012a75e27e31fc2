package dev.migrationgate.report;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.rules.Field;
import dev.migrationgate.rules.Finding;
import dev.migrationgate.rules.Judgement;
import dev.migrationgate.rules.Severity;
import dev.migrationgate.yaml.OneLine;
import java.util.HashSet;
import java.util.Set;

/** Findings as text, one a line, and a closing line that is always there. */
public final class TextReport {
  private TextReport() {}

  /**
   * The whole report, each line with a line break.
   *
   * @param inFiles true when lines of the sources are lines that a person can go to
   */
  public static String of(
      Judgement judgement, Rollout rollout, boolean inFiles, Redactor redactor) {
    StringBuilder report = new StringBuilder();
    for (Finding finding : judgement.findings()) {
      report.append(line(finding, inFiles, redactor)).append('\n');
    }
    return report.append(closing(judgement, rollout)).append('\n').toString();
  }

  /** One finding, without a line break. */
  public static String line(Finding finding, boolean inFiles, Redactor redactor) {
    StringBuilder line = new StringBuilder();
    line.append(finding.severity().id()).append(' ').append(finding.rule());
    if (finding.resource().isPresent()) {
      place(finding, inFiles, redactor, line);
    }
    line.append(": ").append(redactor.redact(finding.message()));
    if (finding.fixed()) {
      line.append(" (fixed)");
    }
    return OneLine.of(line.toString());
  }

  private static void place(
      Finding finding, boolean inFiles, Redactor redactor, StringBuilder line) {
    Resource resource = finding.resource().orElseThrow();
    if (resource.path().isPresent()) {
      line.append(' ').append(resource.path().get());
    } else if (inFiles) {
      int at =
          finding.field().isPresent()
              ? resource.line(finding.field().get().node())
              : resource.line(resource.root());
      line.append(' ').append(resource.source().name()).append(':').append(at);
    }
    line.append(' ').append(redactor.redactName(resource.identity()));
    if (finding.field().isPresent()) {
      Field field = finding.field().get();
      line.append(' ').append(field.path());
    }
  }

  private static String closing(Judgement judgement, Rollout rollout) {
    int errors = 0;
    int warnings = 0;
    for (Finding finding : judgement.findings()) {
      errors += finding.severity() == Severity.ERROR ? 1 : 0;
      warnings += finding.severity() == Severity.WARNING ? 1 : 0;
    }
    Set<Integer> workloads = new HashSet<>();
    for (Link link : rollout.links()) {
      workloads.add(link.workload().resource().position());
    }
    return count(rollout.migrations().size(), "migration")
        + ", "
        + count(workloads.size(), "workload")
        + ", "
        + count(rollout.provenGates(), "proven gate")
        + "; "
        + count(errors, "error")
        + ", "
        + count(warnings, "warning")
        + (judgement.suppressed().isEmpty()
            ? ""
            : "; " + judgement.suppressed().size() + " suppressed");
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
