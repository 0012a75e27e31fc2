package dev.migrationgate.rules;

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
 */
public record Finding(
    String rule,
    Severity severity,
    Optional<Resource> resource,
    Optional<Field> field,
    String message,
    boolean fixed) {}
