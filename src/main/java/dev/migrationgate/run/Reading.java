package dev.migrationgate.run;

import dev.migrationgate.config.Config;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.RolloutReader;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.source.PackageFiles;
import dev.migrationgate.substitute.Problem;
import dev.migrationgate.substitute.Resolved;
import dev.migrationgate.substitute.Substitution;
import dev.migrationgate.substitute.Use;
import dev.migrationgate.substitute.Variables;
import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Manifests, and what is understood of them.
 *
 * @param manifests the manifests as they were read, generated ones included
 * @param withoutEvidence who is taken to deliver where nothing tells
 * @param rollout what the rules look at
 * @param edits what substitution changes in each text
 * @param secrets texts that come from Secrets, so that they must not be spoken
 * @param files what only the files of a package show, empty for the function
 */
record Reading(
    Manifests manifests,
    Rollout rollout,
    Map<SourceText, List<Edit>> edits,
    List<String> secrets,
    Optional<PackageFiles> files) {

  /** Reads what stands in texts, and what is generated beside it. */
  static Reading of(Manifests texts, Config config, Optional<PackageFiles> files) {
    Manifests manifests = files.isPresent() ? texts.with(files.get().generated()) : texts;
    Variables variables = Variables.of(manifests, config.variables());
    // Without what a build will rename: nobody mends a gate there.
    Substitution substitution = new Substitution(manifests, variables, config.variables());
    Map<SourceText, List<Edit>> edits = new HashMap<>();
    List<Resource> resources = new ArrayList<>(manifests.resources().size());
    List<Use> uses = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<String> secrets = new ArrayList<>();
    for (Resource resource : built(manifests.resources(), files)) {
      Resolved resolved = substitution.resolve(resource);
      resources.add(resolved.resource());
      uses.addAll(resolved.uses());
      problems.addAll(resolved.problems());
      secrets.addAll(resolved.secrets());
      if (!resolved.edits().isEmpty()) {
        editsOf(resource.source(), edits).addAll(resolved.edits());
      }
    }
    Rollout rollout =
        new RolloutReader(
                config.migrations(),
                config.deliverer(),
                // The function's pattern is Flux's; most files in the wild are not.
                files.isPresent() ? Deliverer.UNKNOWN : Deliverer.FLUX,
                config.order(),
                config.require())
            .read(manifests.host(), resources, variables, uses, problems, files);
    secrets.addAll(rollout.variables().secrets());
    return new Reading(manifests, rollout, edits, List.copyOf(secrets), files);
  }

  private static List<Resource> built(List<Resource> resources, Optional<PackageFiles> files) {
    return files.isPresent() ? files.get().steps().apply(resources) : resources;
  }

  /** The edits of one text, to which more may be added. */
  static List<Edit> editsOf(SourceText source, Map<SourceText, List<Edit>> edits) {
    List<Edit> own = edits.get(source);
    if (own == null) {
      own = new ArrayList<>();
      edits.put(source, own);
    }
    return own;
  }
}
