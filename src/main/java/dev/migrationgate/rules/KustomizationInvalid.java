package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.source.DeadSelect;
import dev.migrationgate.pattern.source.KustomizationFile;
import dev.migrationgate.yaml.Node;
import java.util.List;
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
      List<Node> missing = kustomization.missing();
      if (!missing.isEmpty()) {
        boolean one = missing.size() == 1;
        findings.add(
            missingSeverity(rollout),
            resource,
            Field.at("resources", missing.get(0)),
            "there is no "
                + names(missing)
                + ", and without "
                + (one ? "it" : "them")
                + " nothing builds; add "
                + (one ? "it" : "them"));
      }
    }
    for (DeadSelect dead : DeadSelect.of(rollout.resources(), rollout.files().get())) {
      findings.add(
          dead.kustomization(),
          Field.at(dead.path(), dead.node()),
          dead.isSource()
              ? "no resource of the build is this source, and kustomize builds nothing; name one"
              : "no resource of the build is selected, and kustomize replaces nothing without a"
                  + " word; select by the whole name as it is written, without wildcards");
    }
  }

  /** It may be made before the build, or be kept out of the repository on purpose. */
  private static Severity missingSeverity(Rollout rollout) {
    return rollout.migrations().isEmpty() ? Severity.INFO : Severity.WARNING;
  }

  private static String names(List<Node> nodes) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < nodes.size(); i++) {
      names.append(i == 0 ? "" : i + 1 == nodes.size() ? " and " : ", ");
      names.append(nodes.get(i).text().orElse(""));
    }
    return names.toString();
  }
}
