package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.DeadSelect;
import dev.migrationgate.pattern.KustomizationFile;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.yaml.Node;
import java.util.Optional;

/** A kustomization that does not build, or not what it says. */
final class KustomizationInvalid implements Rule {
  @Override
  public String id() {
    return "kustomization-invalid";
  }

  @Override
  public String title() {
    return "A kustomization does not build, or a replacement in it replaces nothing";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    if (rollout.files().isEmpty()) {
      return;
    }
    for (KustomizationFile kustomization : rollout.files().get().kustomizations()) {
      Resource resource = kustomization.resource();
      Optional<String> wanted = kustomization.wantedApiVersion();
      if (wanted.isPresent()) {
        findings.add(
            resource,
            Field.of(resource, "apiVersion").propose(wanted.get()),
            "kustomize knows no apiVersion "
                + resource.apiVersion()
                + " and builds nothing; set it to "
                + wanted.get());
      }
      for (Node missing : kustomization.missing()) {
        findings.add(
            // It may be made before the build, or be kept out of the repository on purpose.
            Severity.WARNING,
            resource,
            Field.at("resources", missing),
            "there is no " + missing.text().orElse("") + ", and without it nothing builds; add it");
      }
    }
    for (DeadSelect dead : DeadSelect.of(rollout)) {
      findings.add(
          dead.kustomization(),
          Field.at(dead.path(), dead.node()),
          dead.isSource()
              ? "no resource of the build is this source, and kustomize builds nothing; name one"
              : "no resource of the build is selected, and kustomize replaces nothing without a"
                  + " word; select by the whole name as it is written, without wildcards");
    }
  }
}
