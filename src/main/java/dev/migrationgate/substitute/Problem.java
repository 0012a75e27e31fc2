package dev.migrationgate.substitute;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Scalar;

/**
 * Something about an expression that a person should know.
 *
 * @param kind what it is
 * @param resource where it stands
 * @param path the field's path, {@code spec.template.spec.containers[0].image}
 * @param scalar the scalar that holds the expression
 * @param role what the scalar is to Kubernetes
 * @param expression the variable's name; for {@link Kind#INVALID} the expression as written, for
 *     {@link Kind#SANITISED} the value, for {@link Kind#RENAMED} the Job's former name, for {@link
 *     Kind#TEMPLATE_LOST} nothing
 * @param detail for {@link Kind#INVALID} and {@link Kind#TEMPLATE_LOST} the reason, for {@link
 *     Kind#SANITISED} and {@link Kind#RENAMED} what it became, else empty
 */
public record Problem(
    Kind kind,
    Resource resource,
    String path,
    Scalar scalar,
    FieldRole role,
    String expression,
    String detail) {

  /** The same of the resource with its values resolved. */
  Problem in(Resource resolved) {
    return new Problem(kind, resolved, path, scalar, role, expression, detail);
  }

  /** What can be wrong with an expression. */
  public enum Kind {
    /** Nothing declares its variable, in a place where that can only be a mistake. */
    UNDEFINED,
    /** The same, and the configuration keeps such expressions for somebody else to resolve. */
    KEPT,
    /** Two declarations differ and neither is nearer. */
    AMBIGUOUS,
    /** Its variable is declared empty, and it has no default. */
    EMPTY,
    /** Flux refuses it, or would make something else of it than is written. */
    INVALID,
    /** Its value was not legal in a name. */
    SANITISED,
    /** Its value takes its place in a file, and nothing keeps it for the next run. */
    TEMPLATE_LOST,
    /** No expression: a reference to a Job that kustomize renamed, which now follows it. */
    RENAMED
  }
}
