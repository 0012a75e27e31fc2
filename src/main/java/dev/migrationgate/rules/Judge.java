package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
        findings.addAll(own.all());
      }
    }
    findings.sort(new WorstFirst());
    return new Judgement(findings, suppressions.suppressed());
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
