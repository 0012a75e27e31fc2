package dev.migrationgate.substitute;

import dev.migrationgate.krm.Host;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Unowned;
import dev.migrationgate.yaml.Mapping;

/** Resolves the expressions of resources, one resource at a time. */
public final class Substitution {
  private static final String OPT_OUT = "kustomize.toolkit.fluxcd.io/substitute";

  private final Variables variables;
  private final VariableSettings.Undefined undefined;
  private final RenamedJobs renamed;
  private final Templates templates;
  private final Allowance allowance;

  /** Whether files keep the templates of what is written into them. */
  enum Templates {
    /** They do not. */
    DROPPED,
    /** They do, and so far none does. */
    KEPT,
    /** They do, and some were kept before. */
    FOUND;

    static Templates of(Manifests manifests, VariableSettings settings) {
      // Only kpt writes into the files that a person goes on to work with.
      if (manifests.host() != Host.KPT || !settings.keepTemplate()) {
        return DROPPED;
      }
      return TemplateComment.standsIn(manifests.sources().get(0)) ? FOUND : KEPT;
    }
  }

  /**
   * Substitution in one build: all of its resources are needed to follow those that were renamed.
   */
  public Substitution(Manifests manifests, Variables variables, VariableSettings settings) {
    this(manifests, variables, settings, new Allowance(Allowance.MOST_ADDED));
  }

  Substitution(
      Manifests manifests, Variables variables, VariableSettings settings, Allowance allowance) {
    this.allowance = allowance;
    this.renamed = new RenamedJobs(manifests.resources());
    this.templates = Templates.of(manifests, settings);
    this.variables = variables;
    this.undefined = settings.undefined();
  }

  /**
   * The resource with every declared variable put in.
   *
   * @throws InvalidInput when two keys of a mapping become the same, or variables add too much
   */
  public Resolved resolve(Resource resource) {
    if (Unowned.is(resource) || variables.declares(resource) || optsOut(resource)) {
      return Resolved.unchanged(resource);
    }
    ScalarSubstitution scalars =
        new ScalarSubstitution(resource, variables, undefined, renamed, templates, allowance);
    Mapping root = new ResourceWalk(resource, scalars).walk();
    return scalars.result(root == resource.root() ? resource : resource.with(root));
  }

  /** Flux's own opt-out: annotation or label, exactly {@code disabled}. */
  private static boolean optsOut(Resource resource) {
    return resource.annotation(OPT_OUT).orElse("").equals("disabled")
        || resource.label(OPT_OUT).orElse("").equals("disabled");
  }
}
