package dev.migrationgate.pattern.source;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A source or target of a kustomization's {@code replacements} that is no resource of the build.
 * Names are compared whole (kustomize 5.8, RUN: {@code shop-migration-.*} selects nothing).
 *
 * @param isSource true for a source, without which kustomize fails; a target is passed over
 */
public record DeadSelect(Resource kustomization, String path, Node node, boolean isSource) {

  /** Those of a build, none where only kustomize knows what the build holds. */
  public static List<DeadSelect> of(Resources build, PackageFiles files) {
    List<DeadSelect> dead = new ArrayList<>();
    for (KustomizationFile file : files.kustomizations()) {
      if (!file.isSelfContained()) {
        return dead;
      }
    }
    for (KustomizationFile file : files.kustomizations()) {
      List<Node> replacements = file.resource().root().items("replacements");
      for (int i = 0; i < replacements.size(); i++) {
        String path = "replacements[" + i + "]";
        Optional<Node> source = replacements.get(i).get("source");
        if (source.isPresent() && selectsNothing(source.get(), build, files.sources())) {
          dead.add(new DeadSelect(file.resource(), path + ".source", source.get(), true));
        }
        List<Node> targets = replacements.get(i).items("targets");
        for (int j = 0; j < targets.size(); j++) {
          Optional<Node> select = targets.get(j).get("select");
          if (select.isPresent() && selectsNothing(select.get(), build, files.sources())) {
            String at = path + ".targets[" + j + "].select";
            dead.add(new DeadSelect(file.resource(), at, select.get(), false));
          }
        }
      }
    }
    return dead;
  }

  private static boolean selectsNothing(Node select, Resources build, boolean ofSources) {
    if (select.get("labelSelector").isPresent() || select.get("annotationSelector").isPresent()) {
      return false;
    }
    for (Resource resource : build) {
      if (isKind(select, resource) && isNamed(select, resource, ofSources)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isKind(Node select, Resource resource) {
    String kind = select.text("kind").orElse("");
    String group = select.text("group").orElse("");
    return (kind.isEmpty() || kind.equals(resource.kind()))
        && (group.isEmpty() || group.equals(resource.group()));
  }

  /** The name as the file has it: kustomize sees no variable's value. A prefix may come before. */
  private static boolean isNamed(Node select, Resource resource, boolean ofSources) {
    String wanted = select.text("name").orElse("");
    Optional<Scalar> name = resource.root().scalar("metadata", "name");
    if (wanted.isEmpty() || name.isEmpty()) {
      return wanted.isEmpty();
    }
    String written = name.get().written();
    return ofSources ? wanted.contains(written) : written.contains(wanted);
  }
}
