package dev.migrationgate.fix;

import dev.migrationgate.krm.Host;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.database.SchemaUse;
import dev.migrationgate.pattern.migration.JobName;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.yaml.Fragment;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a gate before everything in a pod that may use the schema, with the access it needs. */
public record InsertGate(Link link, GateSettings settings) implements Fix {
  private static final String NAME = "wait-for-migration";
  private static final int LONGEST_NAME = 63;

  @Override
  public Plan plan(Surroundings around) {
    if (link.job().name().isEmpty()) {
      return new Plan.Refused("the Job has no name to wait for");
    }
    Optional<String> refusal = GateGuards.refusal(around, link, settings);
    if (refusal.isPresent()) {
      return new Plan.Refused(refusal.get());
    }
    try {
      return settings.asksApiServer() ? polling(around) : asking(around.rollout());
    } catch (CannotChange e) {
      return new Plan.Refused(e.getMessage());
    }
  }

  private Plan polling(Surroundings around) {
    Rollout rollout = around.rollout();
    List<Change> changes = new ArrayList<>();
    JobAccess access = new JobAccess(around, link, settings.verbs(), settings.serviceAccount());
    boolean ownToken = !rollout.access().mountsToken(link.workload());
    String name = name(rollout);
    changes.add(
        insert(
            new GateContainer(
                    link, settings, name, rollout.host() == Host.KPT, around.onOpenShift())
                .polling(ownToken)));
    if (ownToken) {
      changes.addAll(GateToken.volume(link.workload()));
    }
    boolean denied = access.isDenied();
    changes.addAll(access.changes());
    return new Plan.Changes(
        "init container "
            + name
            + " waits for Job "
            + link.job().name()
            + (denied ? ", and a RoleBinding lets it" : ""),
        changes);
  }

  private Plan asking(Rollout rollout) {
    String name = name(rollout);
    return new Plan.Changes(
        "init container " + name + " waits until the database has the service's schema",
        List.of(insert(DatabaseGate.container(link, name))));
  }

  private Change insert(Fragment container) {
    Resource workload = link.workload().resource();
    List<String> path = TreePath.of(link.workload().pod().path(), "initContainers");
    return new Change.Insert(workload, path, place(), container);
  }

  /** Behind the native sidecars, which it may need, and before what may use the schema. */
  private int place() {
    Node pod = link.workload().pod().spec();
    List<Node> containers = pod.items("initContainers");
    int place = 0;
    for (int i = 0; i < containers.size(); i++) {
      if (containers.get(i).has("Always", "restartPolicy")) {
        place = i + 1;
      } else if (SchemaUse.mayBeBy(new Container(containers.get(i), "", pod))) {
        break;
      }
    }
    return place;
  }

  /** Two migrations are waited for by two containers, and no two of a pod share a name. */
  private String name(Rollout rollout) {
    int links = rollout.links().of(link.workload()).size();
    String job = label(link.job().resource().names().get(link.job().resource().names().size() - 1));
    List<String> candidates =
        links > 1 ? List.of("wait-for-" + job, NAME) : List.of(NAME, "wait-for-" + job);
    for (String candidate : candidates) {
      if (candidate.length() <= LONGEST_NAME && !isTaken(candidate)) {
        return candidate;
      }
    }
    throw new CannotChange("its pod has a container \"" + NAME + "\" already");
  }

  /** A Job's name without its version, as a DNS label. */
  private static String label(String job) {
    return JobName.stem(job).replace('.', '-');
  }

  private boolean isTaken(String name) {
    for (Container container : link.workload().pod().allContainers()) {
      if (container.name().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
