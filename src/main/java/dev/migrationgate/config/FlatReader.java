package dev.migrationgate.config;

import dev.migrationgate.rules.Rule;
import dev.migrationgate.rules.RuleSettings;
import dev.migrationgate.substitute.Variable;
import dev.migrationgate.substitute.VariableSettings;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads flat {@code data}: options by name, {@code rules.<id>.severity}, and everything else that
 * can name a variable is a variable.
 */
final class FlatReader {
  private static final String RULES = "rules.";
  private static final String IGNORE_SUPPRESSIONS =
      RULES + Options.ALL_RULES + "." + Options.IGNORE_SUPPRESSIONS;
  private static final List<String> OPTIONS =
      List.of("fix", "deliverer", "order", "undefined", "require", "from", Options.KEEP_TEMPLATE);

  private final Fields data;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, Optional<String>> severities = new LinkedHashMap<>();
  private final Map<String, Map<String, List<String>>> parameters = new LinkedHashMap<>();

  FlatReader(SourceText source, Node data) {
    this.data = new Fields(source, data.target(), "data");
  }

  Config read() {
    for (Entry entry : data.entries()) {
      String key = entry.name();
      if (key.startsWith(RULES)) {
        rule(key);
      } else if (!OPTIONS.contains(key)) {
        variable(key, entry);
      }
    }
    return new Config(
        new VariableSettings(
            from(), values, Options.undefined(data), data.flag(Options.KEEP_TEMPLATE, true)),
        Options.deliverer(data),
        data.flag("order", true),
        data.number("require"),
        Options.fixes(data, words("fix")),
        rules(),
        List.of());
  }

  private void variable(String key, Entry entry) {
    Optional<String> nearest = Nearest.to(key, OPTIONS);
    if (nearest.isPresent()) {
      throw data.invalid(
          entry.key(),
          "unknown option "
              + data.path(key)
              + "; did you mean "
              + data.path(nearest.get())
              + "? A variable's name must be further from an option's");
    }
    if (!Variable.isName(key)) {
      throw data.invalid(
          entry.key(),
          data.path(key) + " is no option, and cannot name a variable: [_a-zA-Z][_a-zA-Z0-9]*");
    }
    if (entry.value().target() instanceof Scalar scalar && scalar.isRetyped() && !scalar.isNull()) {
      throw data.invalid(
          key, "is no string to a YAML parser; quote it: \"" + scalar.value() + "\"");
    }
    values.put(key, data.text(key).orElse(""));
  }

  private void rule(String key) {
    int dot = key.lastIndexOf('.');
    if (dot < RULES.length()) {
      throw data.invalid(key, "is no option; write rules.<id>.severity");
    }
    String id = key.substring(RULES.length(), dot);
    String field = key.substring(dot + 1);
    if (!id.equals(Options.ALL_RULES)) {
      Rule rule = rule(data, key, id);
      if (!Options.ruleFields(rule).contains(field)) {
        throw data.invalid(
            key,
            "is unknown; did you mean rules."
                + id
                + "."
                + Nearest.closest(field, Options.ruleFields(rule))
                + "?");
      }
      Options.checkParameter(data, key, rule, field, words(key));
    } else if (!Options.ALL_FIELDS.contains(field)) {
      throw data.invalid(
          key,
          "is unknown; did you mean rules.all." + Nearest.closest(field, Options.ALL_FIELDS) + "?");
    }
    if (key.equals(IGNORE_SUPPRESSIONS)) {
      return;
    }
    if (field.equals(Options.SEVERITY)) {
      severities.put(id, data.text(key));
    } else {
      Map<String, List<String>> own = parameters.get(id);
      if (own == null) {
        own = new LinkedHashMap<>();
        parameters.put(id, own);
      }
      own.put(field, words(key));
    }
  }

  private static Rule rule(Fields fields, String key, String id) {
    try {
      return Options.rule(fields, id);
    } catch (InvalidConfig e) {
      throw fields.invalid(key, e.getMessage().substring(e.getMessage().indexOf("names no rule")));
    }
  }

  private RuleSettings rules() {
    RuleSettings.Setting all = RuleSettings.Setting.DEFAULT;
    Map<String, RuleSettings.Setting> named = new LinkedHashMap<>();
    List<String> ids = new ArrayList<>(severities.keySet());
    for (String id : parameters.keySet()) {
      if (!ids.contains(id)) {
        ids.add(id);
      }
    }
    for (String id : ids) {
      RuleSettings.Setting setting =
          Options.setting(
              data,
              severities.getOrDefault(id, Optional.empty()),
              parameters.getOrDefault(id, Map.of()));
      if (id.equals(Options.ALL_RULES)) {
        all = setting;
      } else {
        named.put(id, setting);
      }
    }
    return new RuleSettings(all, named, data.flag(IGNORE_SUPPRESSIONS, false));
  }

  /** {@code configMap/NAME} or {@code secret/NAME}, by commas; a bare name is a ConfigMap. */
  private List<VariableSettings.From> from() {
    if (data.text("from").isEmpty()) {
      return VariableSettings.DEFAULT.from();
    }
    List<VariableSettings.From> from = new ArrayList<>();
    for (String word : words("from")) {
      int slash = word.indexOf('/');
      String kind = slash < 0 ? "configMap" : word.substring(0, slash);
      String name = word.substring(slash + 1);
      from.add(
          switch (kind) {
            case "configMap" -> new VariableSettings.From("ConfigMap", name);
            case "secret" -> new VariableSettings.From("Secret", name);
            default ->
                throw data.invalid(
                    "from", "holds \"" + word + "\"; write configMap/NAME or secret/NAME");
          });
    }
    return from;
  }

  /** A list by commas. */
  private List<String> words(String key) {
    List<String> words = new ArrayList<>();
    for (String word : data.text(key).orElse("").split(",")) {
      if (!word.isBlank()) {
        words.add(word.trim());
      }
    }
    return words;
  }
}
