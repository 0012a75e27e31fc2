package dev.migrationgate.rules;

import dev.migrationgate.fix.Reach;
import java.util.Optional;
import java.util.Set;

/**
 * Which findings are to be mended.
 *
 * @param safe those of all rules whose fixes are safe
 * @param wire those of all rules
 * @param rules those of these rules, by id
 */
public record FixSettings(boolean safe, boolean wire, Set<String> rules) {
  /** None. */
  public static final FixSettings NONE = new FixSettings(false, false, Set.of());

  public FixSettings {
    rules = Set.copyOf(rules);
  }

  /** True where a rule's findings are to be mended. */
  public boolean asksFor(String rule) {
    if (rules.contains(rule)) {
      return true;
    }
    Optional<Rule> named = Rules.named(rule);
    return switch (named.isPresent() ? named.get().reach() : Reach.NONE) {
      case NONE -> false;
      case SAFE -> safe || wire;
      case WIRE -> wire;
    };
  }

  /** True where nothing is to be mended. */
  public boolean isEmpty() {
    return !safe && !wire && rules.isEmpty();
  }
}
