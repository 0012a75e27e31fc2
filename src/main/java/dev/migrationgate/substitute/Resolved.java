package dev.migrationgate.substitute;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Edit;
import java.util.List;

/**
 * A resource after substitution.
 *
 * @param resource the resource with resolved values; offsets are still those of the source
 * @param edits what writes the resolved values into the source
 * @param uses where declared variables were put in
 * @param problems what a person should know of the expressions
 * @param secrets texts that were made of the values of Secrets, so that they must not be spoken
 */
public record Resolved(
    Resource resource,
    List<Edit> edits,
    List<Use> uses,
    List<Problem> problems,
    List<String> secrets) {
  public Resolved {
    edits = List.copyOf(edits);
    uses = List.copyOf(uses);
    problems = List.copyOf(problems);
    secrets = List.copyOf(secrets);
  }

  static Resolved unchanged(Resource resource) {
    return new Resolved(resource, List.of(), List.of(), List.of(), List.of());
  }
}
