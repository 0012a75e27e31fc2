package dev.migrationgate.config;

import dev.migrationgate.pattern.migration.DeclaredMigration;
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

/** Reads the {@code spec} of a MigrationGate. */
final class SpecReader {
  private final Fields spec;

  private static final List<String> FIELDS =
      List.of("variables", "deliverer", "order", "fix", "require", "rules", "migrations");
  private static final String INCLUDE = "include";
  private static final String EXCLUDE = "exclude";

  /**
   * @param path where it stands, for messages; empty for the root
   */
  SpecReader(SourceText source, Node spec, String path) {
    this.spec = new Fields(source, spec.target(), path);
  }

  Config read() {
    spec.checkKnown(FIELDS);
    return config();
  }

  /** The same with what only a project's file may say. */
  ProjectConfig readProject() {
    List<String> known = new ArrayList<>(FIELDS);
    known.add(INCLUDE);
    known.add(EXCLUDE);
    spec.checkKnown(known);
    return new ProjectConfig(config(), spec.texts(INCLUDE), spec.texts(EXCLUDE));
  }

  private Config config() {
    return new Config(
        variables(),
        Options.deliverer(spec),
        spec.flag("order", true),
        spec.number("require"),
        Options.fixes(spec, spec.texts("fix")),
        rules(),
        migrations());
  }

  private VariableSettings variables() {
    Optional<Fields> variables = spec.mapping("variables");
    if (variables.isEmpty()) {
      return VariableSettings.DEFAULT;
    }
    variables.get().checkKnown(List.of("from", "values", "undefined", Options.KEEP_TEMPLATE));
    return new VariableSettings(
        from(variables.get()),
        values(variables.get()),
        Options.undefined(variables.get()),
        variables.get().flag(Options.KEEP_TEMPLATE, true));
  }

  private static List<VariableSettings.From> from(Fields variables) {
    if (variables.get("from").isEmpty()) {
      return VariableSettings.DEFAULT.from();
    }
    List<VariableSettings.From> from = new ArrayList<>();
    for (Fields item : variables.mappings("from")) {
      item.checkKnown(List.of("configMap", "secret"));
      boolean secret = item.text("secret").isPresent();
      if (secret && item.text("configMap").isPresent()) {
        throw item.invalid("secret", "stands beside configMap; give each an item of its own");
      }
      from.add(
          secret
              ? new VariableSettings.From("Secret", item.required("secret"))
              : new VariableSettings.From("ConfigMap", item.required("configMap")));
    }
    return from;
  }

  private static Map<String, String> values(Fields variables) {
    Map<String, String> values = new LinkedHashMap<>();
    Optional<Fields> fields = variables.mapping("values");
    for (Entry entry : fields.isPresent() ? fields.get().entries() : List.<Entry>of()) {
      if (!Variable.isName(entry.name())) {
        throw fields
            .get()
            .invalid(
                entry.key(),
                "\"" + entry.name() + "\" cannot name a variable; use [_a-zA-Z][_a-zA-Z0-9]*");
      }
      if (!(entry.value().target() instanceof Scalar scalar)) {
        throw fields.get().invalid(entry.name(), "is no text");
      }
      if (scalar.isRetyped() && !scalar.isNull()) {
        throw fields
            .get()
            .invalid(
                entry.name(),
                "is no string to a YAML parser; quote it: \"" + scalar.value() + "\"");
      }
      values.put(entry.name(), scalar.isNull() ? "" : scalar.value());
    }
    return values;
  }

  private RuleSettings rules() {
    Optional<Fields> rules = spec.mapping("rules");
    if (rules.isEmpty()) {
      return RuleSettings.DEFAULT;
    }
    RuleSettings.Setting all = RuleSettings.Setting.DEFAULT;
    boolean ignoreSuppressions = false;
    Map<String, RuleSettings.Setting> named = new LinkedHashMap<>();
    for (Entry entry : rules.get().entries()) {
      String id = entry.name();
      if (id.equals(Options.ALL_RULES)) {
        Optional<Fields> setting = rules.get().mapping(id);
        if (setting.isPresent()) {
          setting.get().checkKnown(Options.ALL_FIELDS);
          ignoreSuppressions = setting.get().flag(Options.IGNORE_SUPPRESSIONS, false);
          all = Options.setting(setting.get(), setting.get().text(Options.SEVERITY), Map.of());
        }
      } else {
        Rule rule = Options.rule(rules.get(), id);
        Optional<Fields> setting = rules.get().mapping(id);
        if (setting.isPresent()) {
          named.put(id, setting(rule, setting.get()));
        }
      }
    }
    return new RuleSettings(all, named, ignoreSuppressions);
  }

  private static RuleSettings.Setting setting(Rule rule, Fields fields) {
    fields.checkKnown(Options.ruleFields(rule));
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (Entry entry : fields.entries()) {
      if (!entry.name().equals(Options.SEVERITY)) {
        boolean one = entry.value().target() instanceof Scalar;
        List<String> values =
            one ? List.of(fields.required(entry.name())) : fields.texts(entry.name());
        Options.checkParameter(fields, entry.name(), rule, entry.name(), values);
        parameters.put(entry.name(), values);
      }
    }
    return Options.setting(fields, fields.text(Options.SEVERITY), parameters);
  }

  private List<DeclaredMigration> migrations() {
    List<DeclaredMigration> migrations = new ArrayList<>();
    for (Fields item : spec.mappings("migrations")) {
      item.checkKnown(List.of("job", "workloads"));
      List<String> workloads = item.texts("workloads");
      for (String workload : workloads) {
        if (workload.indexOf('/') <= 0) {
          throw item.invalid("workloads", "holds \"" + workload + "\"; write Kind/NAME");
        }
      }
      migrations.add(new DeclaredMigration(item.required("job"), workloads));
    }
    return migrations;
  }
}
