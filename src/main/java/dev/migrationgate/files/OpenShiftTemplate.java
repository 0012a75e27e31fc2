package dev.migrationgate.files;

import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.Node;
import java.util.List;

/** Tells the OpenShift Templates that make pods: no rule sees those until they are rendered. */
public final class OpenShiftTemplate {
  private OpenShiftTemplate() {}

  /** True where one of a file's documents is such a Template. */
  static boolean isIn(List<Document> documents) {
    for (Document document : documents) {
      if (is(document.root())) {
        return true;
      }
    }
    return false;
  }

  /** True for a Template with a workload, a Job or a CronJob among its objects. */
  public static boolean is(Node resource) {
    for (Node object :
        resource.has("Template", "kind") ? resource.items("objects") : List.<Node>of()) {
      if (object.at("spec", "template", "spec").isPresent()
          || object.at("spec", "jobTemplate", "spec", "template", "spec").isPresent()) {
        return true;
      }
    }
    return false;
  }
}
