package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Unowned;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The annotations by which people ask not to hear of a rule, and what became of them in one run.
 */
final class Suppressions {
  private static final String PREFIX = Unowned.IGNORE + ".";

  private final boolean ignored;
  private final List<Finding> suppressed = new ArrayList<>();
  private final Set<String> rules = new HashSet<>();
  private final Set<String> effects = new HashSet<>();

  /**
   * @param ignored true when the findings are to be told all the same
   */
  Suppressions(boolean ignored) {
    this.ignored = ignored;
  }

  /**
   * One such annotation.
   *
   * @param rule the id that it names, of a rule or of none
   * @param reason why, empty where nobody says
   * @param path the annotation's path in its resource
   */
  record Suppression(Resource resource, String rule, String reason, String path, Node node) {}

  /** The annotations of a resource. */
  static List<Suppression> of(Resource resource) {
    List<Suppression> found = new ArrayList<>();
    for (Entry entry : resource.root().entries("metadata", "annotations")) {
      if (entry.name().startsWith(PREFIX)) {
        found.add(
            new Suppression(
                resource,
                entry.name().substring(PREFIX.length()),
                entry.value().text().orElse("").trim(),
                "metadata.annotations[" + entry.name() + "]",
                entry.value()));
      }
    }
    return found;
  }

  /** Notes that a rule looks at the rollout, so that its suppressions can have an effect. */
  void run(Rule rule) {
    rules.add(rule.id());
  }

  /** True where somebody asked not to hear of this rule, and is listened to. */
  boolean hides(Rule rule, Resource resource) {
    return !ignored && resource.annotation(PREFIX + rule.id()).isPresent();
  }

  /** Takes note of a finding; true when it is not to be told. */
  boolean hold(Finding finding, Rule rule, Resource resource) {
    effects.add(key(rule.id(), resource));
    if (hides(rule, resource)) {
      suppressed.add(finding);
      return true;
    }
    return false;
  }

  /** True when the rule was run, and found nothing that the annotation could have suppressed. */
  boolean isIdle(Suppression suppression) {
    return rules.contains(suppression.rule())
        && !effects.contains(key(suppression.rule(), suppression.resource()));
  }

  /** The findings that are not told. */
  List<Finding> suppressed() {
    return suppressed;
  }

  private static String key(String rule, Resource resource) {
    return resource.position() + " " + rule;
  }
}
