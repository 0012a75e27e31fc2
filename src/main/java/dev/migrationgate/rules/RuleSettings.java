package dev.migrationgate.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the configuration says of the rules.
 *
 * @param all for every rule that is not named
 * @param named for one rule, by its id
 * @param ignoreSuppressions true when annotations keep no finding back
 */
public record RuleSettings(Setting all, Map<String, Setting> named, boolean ignoreSuppressions) {

  /** The settings of an empty configuration. */
  public static final RuleSettings DEFAULT = new RuleSettings(Setting.DEFAULT, Map.of(), false);

  public RuleSettings {
    named = Map.copyOf(named);
  }

  /**
   * What the configuration says of one rule.
   *
   * @param off true when it is not to run
   * @param severity the severity of all its findings, empty for the rule's own judgement
   * @param parameters its parameters by name
   */
  public record Setting(
      boolean off, Optional<Severity> severity, Map<String, List<String>> parameters) {
    public static final Setting DEFAULT = new Setting(false, Optional.empty(), Map.of());

    public Setting {
      parameters = Map.copyOf(parameters);
    }
  }

  /** What holds for a rule. */
  public Setting of(Rule rule) {
    Setting own = named.get(rule.id());
    return own == null ? all : own;
  }
}
