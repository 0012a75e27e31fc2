package dev.migrationgate.rules;

import dev.migrationgate.fix.Reach;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.pod.Container;
import java.util.List;

/** Migration and service read their database settings from different places. */
final class EnvironmentDiffers implements Rule {
  static final Parameter MAY_DIFFER =
      new Parameter(
          "mayDiffer",
          "Variables that may differ, such as the user of a separate migration role.",
          List.of(),
          Parameter.Form.TEXTS);

  @Override
  public String id() {
    return "environment-differs";
  }

  @Override
  public String title() {
    return "The migration and its workload read their database settings from different places";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Reach reach() {
    return Reach.WIRE;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(MAY_DIFFER);
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Link link : rollout.links()) {
      List<Container> migrating = link.job().pod().containers();
      List<Container> serving = link.workload().pod().containers();
      if (!migrating.isEmpty() && !serving.isEmpty() && !isOfAnother(link, rollout)) {
        Container service = serving(link, migrating.get(0), serving);
        new EnvironmentComparison(rollout, link, migrating.get(0), service, findings).judge();
      }
    }
  }

  /** True where the workload waits for the migration of another application beside its own. */
  private static boolean isOfAnother(Link link, Rollout rollout) {
    if (sharesImage(link)) {
      return false;
    }
    for (Link other : rollout.links()) {
      if (other.workload().resource().position() == link.workload().resource().position()
          && sharesImage(other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sharesImage(Link link) {
    for (Container migrating : link.job().pod().containers()) {
      for (Container serving : link.workload().pod().containers()) {
        if (link.runTogether(migrating, serving)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The container of the same application; sidecars may stand before it. */
  private static Container serving(Link link, Container migrating, List<Container> containers) {
    for (Container container : containers) {
      if (link.runTogether(migrating, container)) {
        return container;
      }
    }
    return containers.get(0);
  }
}
