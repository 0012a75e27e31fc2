package dev.migrationgate.substitute;

import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Unowned;
import dev.migrationgate.yaml.Mapping;
import java.util.List;

/** Resolves the expressions of resources, one resource at a time. */
public final class Substitution {
  private static final String OPT_OUT = "kustomize.toolkit.fluxcd.io/substitute";

  private final Variables variables;
  private final VariableSettings.Undefined undefined;
  private final RenamedJobs renamed;

  /**
   * Substitution in one build: all of its resources are needed to follow those that were renamed.
   */
  public Substitution(List<Resource> resources, Variables variables, VariableSettings settings) {
    this.renamed = new RenamedJobs(resources);
    this.variables = variables;
    this.undefined = settings.undefined();
  }

  /**
   * The resource with every declared variable put in.
   *
   * @throws InvalidInput when two keys of a mapping become the same
   */
  public Resolved resolve(Resource resource) {
    if (Unowned.is(resource) || variables.declares(resource) || optsOut(resource)) {
      return Resolved.unchanged(resource);
    }
    ScalarSubstitution scalars = new ScalarSubstitution(resource, variables, undefined, renamed);
    Mapping root = new ResourceWalk(resource, scalars).walk();
    return scalars.result(root == resource.root() ? resource : resource.with(root));
  }

  /** Flux's own opt-out: annotation or label, exactly {@code disabled}. */
  private static boolean optsOut(Resource resource) {
    return resource.annotation(OPT_OUT).orElse("").equals("disabled")
        || resource.label(OPT_OUT).orElse("").equals("disabled");
  }
}
