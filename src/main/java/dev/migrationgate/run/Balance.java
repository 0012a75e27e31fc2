package dev.migrationgate.run;

import dev.migrationgate.rules.Finding;
import dev.migrationgate.rules.Judgement;
import dev.migrationgate.rules.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Weighs what rules said before and after a fix. Findings are counted by rule and kind of resource,
 * since a fix may rename the resources that they are about; and by severity, since one that was
 * there may have grown graver.
 */
final class Balance {
  private final Map<Group, Integer> counts = new HashMap<>();

  private Balance(List<Finding> findings) {
    for (Finding finding : findings) {
      add(finding, 1);
    }
  }

  /** The findings of a rule that are at least so grave. */
  private record Group(String rule, String kind, Severity severity) {
    /** Written out, for a record's own costs 10 ms at its first call. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Group that
          && rule.equals(that.rule)
          && kind.equals(that.kind)
          && severity == that.severity;
    }

    @Override
    public int hashCode() {
      return 31 * rule.hashCode() + severity.ordinal();
    }

    static Group of(Finding finding, Severity severity) {
      boolean known = finding.resource().isPresent();
      return new Group(finding.rule(), known ? finding.resource().get().kind() : "", severity);
    }
  }

  /** The same said of the same place. */
  private static List<Object> said(Finding finding) {
    boolean known = finding.resource().isPresent();
    return List.of(
        finding.rule(),
        finding.severity(),
        known ? finding.resource().get().identity() : "",
        finding.message());
  }

  /** What speaks against a change, whatever it was made for; empty where nothing does. */
  static Optional<String> worsening(List<Finding> before, List<Finding> after) {
    Balance expected = new Balance(before);
    Balance there = new Balance(after);
    Severity gravest = Severity.INFO;
    for (Group group : expected.counts.keySet()) {
      boolean graver = group.severity().compareTo(gravest) < 0;
      gravest = graver && there.count(group) < expected.count(group) ? group.severity() : gravest;
    }
    return expected.news(before, there, after, gravest);
  }

  /** What speaks against the fixes, empty where nothing does. */
  static Optional<String> objection(List<Finding> before, Judgement after, List<Finding> mended) {
    Balance expected = new Balance(before);
    Severity gravest = Severity.INFO;
    for (Finding finding : mended) {
      expected.add(finding, -1);
      gravest = finding.severity().compareTo(gravest) < 0 ? finding.severity() : gravest;
    }
    Balance there = new Balance(after.findings());
    for (Finding finding : mended) {
      Group group = Group.of(finding, Severity.INFO);
      if (there.count(group) > expected.count(group)) {
        return Optional.of("the finding would stay");
      }
    }
    return expected.news(before, there, after.findings(), gravest);
  }

  /** The first finding that was not expected and weighs enough. */
  private Optional<String> news(
      List<Finding> before, Balance there, List<Finding> after, Severity gravest) {
    Set<List<Object>> said = new HashSet<>();
    for (Finding finding : before) {
      said.add(said(finding));
    }
    for (Finding finding : after) {
      Group group = Group.of(finding, finding.severity());
      if (there.count(group) > count(group)
          && finding.severity() != Severity.INFO
          && finding.severity().compareTo(gravest) <= 0
          && !said.contains(said(finding))) {
        return Optional.of("it would bring " + finding.rule() + ": " + finding.message());
      }
    }
    return Optional.empty();
  }

  private void add(Finding finding, int number) {
    for (Severity severity : Severity.values()) {
      if (finding.severity().compareTo(severity) <= 0) {
        Group group = Group.of(finding, severity);
        counts.put(group, count(group) + number);
      }
    }
  }

  private int count(Group group) {
    return counts.getOrDefault(group, 0);
  }
}
