package dev.migrationgate.pattern.delivery;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Flux Kustomization that substitutes from something that it applies itself.
 *
 * @param kustomization the Flux Kustomization
 * @param source the ConfigMap or Secret
 * @param path where the Kustomization names it
 * @param node the name
 */
public record FluxSubstitution(Resource kustomization, Resource source, String path, Node node) {

  /**
   * Those of a build, by the Flux Kustomizations of this build and of others.
   *
   * @param build the resources of the build
   * @param elsewhere the Flux Kustomizations of other builds
   */
  public static List<FluxSubstitution> of(Resources build, List<Resource> elsewhere) {
    List<Resource> both = new ArrayList<>(build.all());
    both.addAll(elsewhere);
    Resources all = new Resources(both);
    FluxKustomizations flux = new FluxKustomizations(all);
    List<FluxSubstitution> found = new ArrayList<>();
    for (Resource kustomization : all.of("kustomize.toolkit.fluxcd.io", "Kustomization")) {
      List<Node> sources = kustomization.root().items("spec", "postBuild", "substituteFrom");
      for (int i = 0; i < sources.size(); i++) {
        Optional<Node> name = sources.get(i).get("name");
        if (name.isEmpty()) {
          continue;
        }
        String path = "spec.postBuild.substituteFrom[" + i + "].name";
        for (Resource source :
            build.named(
                "",
                sources.get(i).text("kind").orElse(""),
                name.get().text().orElse(""),
                kustomization.namespace())) {
          Optional<Resource> owner = flux.ownerOf(source);
          if (owner.isPresent() && owner.get().position() == kustomization.position()) {
            found.add(new FluxSubstitution(kustomization, source, path, name.get()));
          }
        }
      }
    }
    return found;
  }

  /** True where a Flux Kustomization of another build puts variables into a resource. */
  public static boolean reaches(Resource resource, List<Resource> elsewhere) {
    if (elsewhere.isEmpty()) {
      return false;
    }
    Optional<Resource> owner = new FluxKustomizations(new Resources(elsewhere)).ownerOf(resource);
    return owner.isPresent() && owner.get().root().at("spec", "postBuild").isPresent();
  }
}
