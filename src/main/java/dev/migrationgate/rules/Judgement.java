package dev.migrationgate.rules;

import java.util.List;

/**
 * What the rules say of a rollout.
 *
 * @param findings worst first
 * @param suppressed what was found and not told, because an annotation asks so
 */
public record Judgement(List<Finding> findings, List<Finding> suppressed) {
  public Judgement {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
  }
}
