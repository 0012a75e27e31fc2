package dev.migrationgate.run;

import dev.migrationgate.rules.Finding;
import dev.migrationgate.rules.Judgement;
import dev.migrationgate.rules.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weighs what rules said before and after a fix. Findings are counted by rule and kind of resource,
 * since a fix may rename the resources that they are about.
 */
final class Balance {
  private Balance() {}

  private record Group(String rule, String kind) {
    static Group of(Finding finding) {
      return new Group(
          finding.rule(), finding.resource().isPresent() ? finding.resource().get().kind() : "");
    }
  }

  /** What speaks against the fixes, empty where nothing does. */
  static Optional<String> objection(List<Finding> before, Judgement after, List<Finding> mended) {
    Map<Group, Integer> expected = count(before);
    Severity gravest = Severity.INFO;
    for (Finding finding : mended) {
      Group group = Group.of(finding);
      expected.put(group, expected.get(group) - 1);
      gravest = finding.severity().compareTo(gravest) < 0 ? finding.severity() : gravest;
    }
    Map<Group, Integer> there = count(after.findings());
    for (Finding finding : mended) {
      Group group = Group.of(finding);
      if (there.getOrDefault(group, 0) > expected.get(group)) {
        return Optional.of("the finding would stay");
      }
    }
    for (Finding finding : after.findings()) {
      Group group = Group.of(finding);
      boolean more = there.get(group) > expected.getOrDefault(group, 0);
      if (more
          && finding.severity() != Severity.INFO
          && finding.severity().compareTo(gravest) <= 0) {
        return Optional.of("it would bring " + finding.rule() + ": " + finding.message());
      }
    }
    return Optional.empty();
  }

  private static Map<Group, Integer> count(List<Finding> findings) {
    Map<Group, Integer> count = new HashMap<>();
    for (Finding finding : findings) {
      Group group = Group.of(finding);
      count.put(group, count.getOrDefault(group, 0) + 1);
    }
    return count;
  }
}
