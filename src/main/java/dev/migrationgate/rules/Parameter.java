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
}
