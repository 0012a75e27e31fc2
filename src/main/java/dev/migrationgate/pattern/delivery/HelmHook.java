package dev.migrationgate.pattern.delivery;

import dev.migrationgate.krm.Resource;
import java.util.List;

/**
 * The hook annotations of Helm on a resource.
 *
 * @param events when it runs, none for an ordinary resource
 * @param weight its place among the hooks of one event
 */
record HelmHook(List<String> events, int weight) {
  private static final String HOOK = "helm.sh/hook";
  private static final String WEIGHT = "helm.sh/hook-weight";

  /** Definitions of the first Helm: nothing treats them as hooks any more. */
  private static final String CRD_INSTALL = "crd-install";

  static HelmHook of(Resource resource) {
    return new HelmHook(
        CommaList.of(resource.annotation(HOOK).orElse("")),
        number(resource.annotation(WEIGHT).orElse("")));
  }

  /** True when Helm runs it apart from the release's own resources. */
  boolean isHook() {
    return !events.isEmpty() && !events.contains(CRD_INSTALL);
  }

  /** True when it runs before the release's resources are applied, at least on one occasion. */
  boolean before() {
    return events.contains("pre-install") || events.contains("pre-upgrade");
  }

  /** True when it runs before anything of the first release is there. */
  boolean beforeFirstInstall() {
    return events.contains("pre-install");
  }

  /** True when it runs after the release's resources were applied, at least on one occasion. */
  boolean after() {
    return events.contains("post-install") || events.contains("post-upgrade");
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.trim());
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
