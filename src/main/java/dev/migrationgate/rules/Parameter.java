package dev.migrationgate.rules;

import java.util.List;

/**
 * A setting of a rule.
 *
 * @param name its key under the rule in the configuration
 * @param description what it does, one sentence
 * @param defaults the value without configuration: one text, or several for a list
 */
public record Parameter(String name, String description, List<String> defaults) {
  public Parameter {
    defaults = List.copyOf(defaults);
  }

  /**
   * True for what this parameter takes: one whole number where its default is one, else any texts.
   */
  public boolean accepts(List<String> values) {
    return !isNumber(defaults) || isNumber(values);
  }

  private static boolean isNumber(List<String> values) {
    if (values.size() != 1 || values.get(0).isEmpty() || values.get(0).length() > 9) {
      return false;
    }
    for (int i = 0; i < values.get(0).length(); i++) {
      if (values.get(0).charAt(i) < '0' || values.get(0).charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
