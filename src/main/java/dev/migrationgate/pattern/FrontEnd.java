package dev.migrationgate.pattern;

import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PodTemplate;
import java.util.Set;

/** Tells pods that only hand pages to browsers: no migration concerns them. */
final class FrontEnd {
  /** What their images are called, or end in behind a dash. */
  private static final Set<String> IMAGES =
      Set.of(
          "frontend",
          "front-end",
          "nginx",
          "nginx-unprivileged",
          "httpd",
          "caddy",
          "ui",
          "webui",
          "spa");

  private FrontEnd() {}

  /** True when no container of the pod is anything else. */
  static boolean isRunBy(PodTemplate pod) {
    for (Container container : pod.containers()) {
      if (!isOne(container.image().basename())) {
        return false;
      }
    }
    return !pod.containers().isEmpty();
  }

  private static boolean isOne(String image) {
    for (String name : IMAGES) {
      if (image.equals(name) || image.endsWith("-" + name)) {
        return true;
      }
    }
    return false;
  }
}
