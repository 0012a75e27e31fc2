package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.source.Patch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Runs the rules over a rollout. */
public final class Judge {
  private final RuleSettings settings;

  public Judge(RuleSettings settings) {
    this.settings = settings;
  }

  /** All findings: worst first, then in the order of the input, then in the order of the rules. */
  public Judgement judge(Rollout rollout) {
    List<Finding> findings = new ArrayList<>();
    Suppressions suppressions = new Suppressions(settings.ignoreSuppressions());
    for (Rule rule : Rules.ALL) {
      RuleSettings.Setting setting = settings.of(rule);
      if (!setting.off()) {
        Findings own = new Findings(rule, setting, suppressions);
        rule.judge(rollout, own);
        for (Finding finding : own.all()) {
          findings.add(unlessPatched(finding, rollout));
        }
      }
    }
    findings.sort(new WorstFirst());
    return new Judgement(findings, suppressions.suppressed());
  }

  /** Nobody knows what a patch makes of a field before the build: that is no error yet. */
  private static Finding unlessPatched(Finding finding, Rollout rollout) {
    if (finding.severity() != Severity.ERROR
        || finding.resource().isEmpty()
        || finding.field().isEmpty()) {
      return finding;
    }
    String key = lastKey(finding.field().get().path());
    Optional<Patch> patch =
        isInEveryPatch(key) ? Optional.empty() : rollout.patching(finding.resource().get(), key);
    return patch.isPresent()
        ? finding.withDoubt(" (the patch " + patch.get().file() + " may: check the build)")
        : finding;
  }

  private static boolean isInEveryPatch(String key) {
    return switch (key) {
      case "apiVersion", "kind", "metadata", "name", "namespace", "spec", "template" -> true;
      default -> false;
    };
  }

  /** {@code args} of {@code spec.template.spec.initContainers[0].args[2]}. */
  private static String lastKey(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == ']') {
      end = path.lastIndexOf('[', end - 1);
    }
    return path.substring(path.lastIndexOf('.', end - 1) + 1, Math.max(end, 0));
  }

  private static final class WorstFirst implements Comparator<Finding> {
    @Override
    public int compare(Finding one, Finding other) {
      int bySeverity = one.severity().compareTo(other.severity());
      return bySeverity != 0 ? bySeverity : Integer.compare(position(one), position(other));
    }

    private static int position(Finding finding) {
      return finding.resource().isPresent() ? finding.resource().get().position() : -1;
    }
  }
}
