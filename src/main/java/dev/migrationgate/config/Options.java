package dev.migrationgate.config;

import dev.migrationgate.fix.Reach;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.rules.FixSettings;
import dev.migrationgate.rules.Parameter;
import dev.migrationgate.rules.Rule;
import dev.migrationgate.rules.RuleSettings;
import dev.migrationgate.rules.Rules;
import dev.migrationgate.rules.Severity;
import dev.migrationgate.substitute.VariableSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values that options may have, the same in every shape of the configuration. */
final class Options {
  static final String SAFE = "safe";
  static final String WIRE = "wire";
  static final String KEEP_TEMPLATE = "keepTemplate";
  static final String SEVERITY = "severity";
  static final String ALL_RULES = "all";
  static final String IGNORE_SUPPRESSIONS = "ignoreSuppressions";

  /** The names that may stand under {@code all}. */
  static final List<String> ALL_FIELDS = List.of(SEVERITY, IGNORE_SUPPRESSIONS);

  private Options() {}

  static Optional<Deliverer> deliverer(Fields fields) {
    Optional<String> text = fields.text("deliverer");
    if (text.isEmpty() || text.get().equals("auto")) {
      return Optional.empty();
    }
    Optional<Deliverer> deliverer = Deliverer.named(text.get());
    if (deliverer.isEmpty()) {
      throw fields.invalid(
          "deliverer",
          "is \"" + text.get() + "\"; it must be auto, flux, argocd, kpt, kapp, helm or kubectl");
    }
    return deliverer;
  }

  static VariableSettings.Undefined undefined(Fields fields) {
    return switch (fields.text("undefined").orElse("error")) {
      case "error" -> VariableSettings.Undefined.ERROR;
      case "keep" -> VariableSettings.Undefined.KEEP;
      case "empty" -> VariableSettings.Undefined.EMPTY;
      default -> throw fields.invalid("undefined", "must be error, keep or empty");
    };
  }

  /** What is to be mended: {@code safe}, {@code wire}, and rules that have a fix, by id. */
  static FixSettings fixes(Fields fields, List<String> words) {
    Set<String> rules = new LinkedHashSet<>();
    for (String word : words) {
      if (!word.equals(SAFE) && !word.equals(WIRE)) {
        checkFixable(fields, word);
        rules.add(word);
      }
    }
    return new FixSettings(words.contains(SAFE), words.contains(WIRE), rules);
  }

  private static void checkFixable(Fields fields, String id) {
    Optional<Rule> rule = Rules.named(id);
    if (rule.isPresent() && rule.get().reach() != Reach.NONE) {
      return;
    }
    if (rule.isPresent()) {
      throw fields.invalid("fix", "asks for " + id + ", and that rule has no fix; remove it");
    }
    List<String> known = new ArrayList<>(List.of(SAFE, WIRE));
    known.addAll(Rules.fixable());
    throw fields.invalid(
        "fix", "asks for \"" + id + "\"; did you mean " + Nearest.closest(id, known) + "?");
  }

  /** The rule of that id; {@code all} is none. */
  static Rule rule(Fields fields, String id) {
    Optional<Rule> rule = Rules.named(id);
    if (rule.isEmpty()) {
      List<String> known = new ArrayList<>();
      known.add(ALL_RULES);
      known.addAll(Rules.ids());
      throw fields.invalid(id, "names no rule; did you mean " + Nearest.closest(id, known) + "?");
    }
    return rule.get();
  }

  /** What is said of a rule; for {@code all} there are no parameters. */
  static RuleSettings.Setting setting(
      Fields fields, Optional<String> severity, Map<String, List<String>> parameters) {
    String word = severity.orElse("default");
    if (word.equals("default") || word.equals("off")) {
      return new RuleSettings.Setting(word.equals("off"), Optional.empty(), parameters);
    }
    Optional<Severity> named = Severity.named(word);
    if (named.isEmpty()) {
      throw fields.invalid(
          SEVERITY, "is \"" + word + "\"; it must be error, warning, info, off or default");
    }
    return new RuleSettings.Setting(false, named, parameters);
  }

  /** Refuses a value that a rule's parameter does not take. */
  static void checkParameter(
      Fields fields, String key, Rule rule, String name, List<String> values) {
    for (Parameter parameter : rule.parameters()) {
      if (parameter.name().equals(name) && !parameter.accepts(values)) {
        throw fields.invalid(key, "must be " + parameter.form().demand());
      }
    }
  }

  /** The names that may stand under a rule. */
  static List<String> ruleFields(Rule rule) {
    List<String> names = new ArrayList<>();
    names.add(SEVERITY);
    for (Parameter parameter : rule.parameters()) {
      names.add(parameter.name());
    }
    return names;
  }
}
