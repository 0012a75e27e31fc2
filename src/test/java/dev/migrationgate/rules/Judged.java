package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings of a few rules alone, for tests. */
final class Judged {
  private static final RuleSettings.Setting OFF =
      new RuleSettings.Setting(true, Optional.empty(), Map.of());

  private Judged() {}

  /** Settings that leave all other rules out. */
  static RuleSettings only(String... rules) {
    Map<String, RuleSettings.Setting> named = new HashMap<>();
    for (String rule : rules) {
      named.put(rule, RuleSettings.Setting.DEFAULT);
    }
    return new RuleSettings(OFF, named, false);
  }

  static List<Finding> by(String rule, Rollout rollout) {
    return new Judge(only(rule)).judge(rollout).findings();
  }
}
