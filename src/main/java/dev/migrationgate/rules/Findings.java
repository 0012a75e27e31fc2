package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Unowned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what one rule finds, under the settings that hold for the rule. */
public final class Findings {
  private final Rule rule;
  private final RuleSettings.Setting setting;
  private final List<Finding> findings = new ArrayList<>();

  Findings(Rule rule, RuleSettings.Setting setting) {
    this.rule = rule;
    this.setting = setting;
  }

  /** Reports with the rule's own severity. */
  public void add(Resource resource, Field field, String message) {
    add(rule.severity(), resource, field, message);
  }

  /** Reports with the severity that the situation asks for; the configuration still overrides it. */
  public void add(Severity severity, Resource resource, Field field, String message) {
    add(severity, Optional.of(resource), Optional.of(field), message, false);
  }

  /** Reports something that the output no longer has. */
  public void addFixed(Resource resource, Field field, String message) {
    if (!isSuppressed(resource)) {
      findings.add(
          new Finding(
              rule.id(), Severity.INFO, Optional.of(resource), Optional.of(field), message, true));
    }
  }

  /** Reports something of the input as a whole. */
  public void addGlobal(String message) {
    add(rule.severity(), Optional.empty(), Optional.empty(), message, false);
  }

  /** The values of a parameter, its defaults where the configuration says nothing. */
  public List<String> parameter(Parameter parameter) {
    List<String> values = setting.parameters().get(parameter.name());
    return values == null ? parameter.defaults() : values;
  }

  List<Finding> all() {
    return findings;
  }

  private void add(
      Severity severity,
      Optional<Resource> resource,
      Optional<Field> field,
      String message,
      boolean fixed) {
    if (resource.isEmpty() || !isSuppressed(resource.get())) {
      findings.add(
          new Finding(
              rule.id(), setting.severity().orElse(severity), resource, field, message, fixed));
    }
  }

  /** True where somebody asked not to hear of this rule, so that it reports nothing. */
  boolean isSuppressed(Resource resource) {
    return resource.annotation(Unowned.IGNORE + "." + rule.id()).isPresent();
  }
}
