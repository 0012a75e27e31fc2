package dev.migrationgate.rules;

import dev.migrationgate.fix.Fix;
import dev.migrationgate.krm.Resource;
import java.util.Optional;

/**
 * What a rule found.
 *
 * @param rule the rule's id
 * @param resource whose fault it is; empty for one of the whole input
 * @param field where in the resource
 * @param message what is wrong and what to do, one line
 * @param fixed true when the output no longer has it
 * @param fix what would mend it, empty where a person must
 */
public record Finding(
    String rule,
    Severity severity,
    Optional<Resource> resource,
    Optional<Field> field,
    String message,
    boolean fixed,
    Optional<Fix> fix) {

  /** The same with another message. */
  public Finding withMessage(String other) {
    return new Finding(rule, severity, resource, field, other, fixed, fix);
  }

  /** The same of the resource as it stands elsewhere, which nothing mends. */
  public Finding of(Resource other) {
    return new Finding(rule, severity, Optional.of(other), field, message, fixed, Optional.empty());
  }

  /** The same, no error, with what speaks against it. */
  Finding withDoubt(String doubt) {
    return new Finding(rule, Severity.WARNING, resource, field, message + doubt, fixed, fix);
  }

  /** What is left to tell of it when it has been mended. */
  public Finding mended(String done) {
    return new Finding(rule, Severity.INFO, resource, field, done, true, Optional.empty());
  }
}
