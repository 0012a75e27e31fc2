package dev.migrationgate.rules;

import dev.migrationgate.fix.Fix;
import dev.migrationgate.krm.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what one rule finds, under the settings that hold for the rule. */
public final class Findings {
  private final Rule rule;
  private final RuleSettings.Setting setting;
  private final Suppressions suppressions;
  private final List<Finding> findings = new ArrayList<>();

  Findings(Rule rule, RuleSettings.Setting setting, Suppressions suppressions) {
    this.rule = rule;
    this.setting = setting;
    this.suppressions = suppressions;
    suppressions.run(rule);
  }

  /** Reports with the rule's own severity. */
  public void add(Resource resource, Field field, String message) {
    add(rule.severity(), resource, field, message);
  }

  /**
   * Reports with the severity that the situation asks for; the configuration still overrides it.
   */
  public void add(Severity severity, Resource resource, Field field, String message) {
    add(finding(severity, Optional.of(resource), Optional.of(field), message, Optional.empty()));
  }

  /** Reports, with what would mend it. */
  public void add(Severity severity, Resource resource, Field field, String message, Fix fix) {
    add(finding(severity, Optional.of(resource), Optional.of(field), message, Optional.of(fix)));
  }

  /** Reports something that the output no longer has. */
  public void addFixed(Resource resource, Field field, String message) {
    add(
        new Finding(
            rule.id(),
            Severity.INFO,
            Optional.of(resource),
            Optional.of(field),
            message,
            true,
            Optional.empty()));
  }

  /** Reports something of the input as a whole. */
  public void addGlobal(String message) {
    add(finding(rule.severity(), Optional.empty(), Optional.empty(), message, Optional.empty()));
  }

  /** The values of a parameter, its defaults where the configuration says nothing. */
  public List<String> parameter(Parameter parameter) {
    List<String> values = setting.parameters().get(parameter.name());
    return values == null ? parameter.defaults() : values;
  }

  /** The value of a parameter that takes one text, empty for none. */
  public String text(Parameter parameter) {
    List<String> values = parameter(parameter);
    return values.isEmpty() ? "" : values.get(0);
  }

  List<Finding> all() {
    return findings;
  }

  /** What became of the suppressions so far, for the rule that judges them. */
  Suppressions suppressions() {
    return suppressions;
  }

  /** True where somebody asked not to hear of this rule, so that it reports nothing. */
  boolean isSuppressed(Resource resource) {
    return suppressions.hides(rule, resource);
  }

  private Finding finding(
      Severity severity,
      Optional<Resource> resource,
      Optional<Field> field,
      String message,
      Optional<Fix> fix) {
    return new Finding(
        rule.id(), setting.severity().orElse(severity), resource, field, message, false, fix);
  }

  private void add(Finding finding) {
    if (finding.resource().isEmpty()
        || !suppressions.hold(finding, rule, finding.resource().get())) {
      findings.add(finding);
    }
  }
}
