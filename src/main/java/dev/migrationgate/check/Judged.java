package dev.migrationgate.check;

import dev.migrationgate.files.Unit;
import dev.migrationgate.fix.Surroundings;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.rules.Field;
import dev.migrationgate.rules.Finding;
import dev.migrationgate.rules.Judgement;
import dev.migrationgate.run.Analysis;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A unit and what is known of it.
 *
 * @param around what its fixes look at
 * @param origins where its resources come from, empty where they stand in the files themselves
 */
public record Judged(
    Unit unit,
    Manifests manifests,
    Analysis analysis,
    Surroundings around,
    Optional<Origins> origins) {

  /** The same, with more that was found. */
  Judged finding(List<Finding> more) {
    List<Finding> all = new ArrayList<>(analysis.judgement().findings());
    all.addAll(more);
    Judgement judgement = new Judgement(all, analysis.judgement().suppressed());
    return new Judged(
        unit,
        manifests,
        new Analysis(analysis.rollout(), judgement, analysis.redactor()),
        around,
        origins);
  }

  /** A node of a file. */
  record Place(Resource resource, Node node) {}

  /** True for what a build printed, whose lines nobody has seen. */
  private boolean isBuilt(Resource resource) {
    return origins.isPresent()
        && manifests.sources().stream().anyMatch(source -> source == resource.source());
  }

  /** Where a resource's finding stands in the files; empty where no file has the resource. */
  Optional<Place> place(Finding finding, Resource resource) {
    Node node = finding.field().map(Field::node).orElse(resource.root());
    if (!isBuilt(resource)) {
      return Optional.of(new Place(resource, node));
    }
    return origins
        .get()
        .of(resource)
        .map(source -> new Place(source, Origins.follow(resource.root(), node, source.root())));
  }

  /** The resource as its file has it, itself where no file does. */
  Resource origin(Resource resource) {
    return isBuilt(resource) ? origins.get().of(resource).orElse(resource) : resource;
  }
}
