package dev.migrationgate.fix;

import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.database.DatabaseAddress;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Environment;
import dev.migrationgate.pattern.pod.ValueSource;
import dev.migrationgate.yaml.Fragment;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a migration Job the single keys of its service's database sources that it lacks: never a
 * whole ConfigMap or Secret, and never one source over another.
 */
public record MissingSettings(Link link, Container migrating, Container serving) implements Fix {

  @Override
  public Plan plan(Surroundings around) {
    String namespace = link.job().resource().namespace();
    if (!namespace.equals(link.workload().resource().namespace())) {
      return new Plan.Refused("a Job of another namespace cannot read the service's sources");
    }
    Optional<String> objection = TemplateChange.objection(link.job(), around.rollout());
    if (objection.isPresent()) {
      return new Plan.Refused(objection.get());
    }
    List<String> names = new ArrayList<>();
    List<Fragment> settings = settings(around.rollout(), names);
    return settings.isEmpty()
        ? new Plan.Refused(
            "the service has them from no single key that the Job could read as well")
        : new Plan.Changes(
            String.join(", ", names)
                + (names.size() == 1 ? " is" : " are")
                + " read from where "
                + link.workload().resource().identity()
                + " has "
                + (names.size() == 1 ? "it" : "them"),
            List.of(
                new Change.Put(
                    link.job().resource(),
                    TreePath.of(migrating.path(), "env"),
                    new Fragment.Items(settings))));
  }

  private List<Fragment> settings(Rollout rollout, List<String> names) {
    Environment own = rollout.environment(migrating, link.job().resource());
    List<Fragment> settings = new ArrayList<>();
    Set<String> seen = new HashSet<>(own.variables().keySet());
    boolean anonymous = true;
    for (String name : own.variables().keySet()) {
      anonymous &= !DatabaseAddress.isCredential(name);
    }
    for (Node variable : serving.node().items("env")) {
      String name = variable.text("name").orElse("");
      boolean key =
          variable.at("valueFrom", "secretKeyRef").isPresent()
              || variable.at("valueFrom", "configMapKeyRef").isPresent();
      if (isWanted(name, anonymous) && seen.add(name) && key) {
        names.add(name);
        settings.add(Copied.of(variable));
      }
    }
    Environment service = rollout.environment(serving, link.workload().resource());
    for (Map.Entry<String, ValueSource> variable : service.variables().entrySet()) {
      String name = variable.getKey();
      if (variable.getValue() instanceof ValueSource.Key key
          && isWanted(name, anonymous)
          && seen.add(name)) {
        names.add(name);
        settings.add(single(name, key));
      }
    }
    return settings;
  }

  /** A password of the service is none of a role that the Job has of its own. */
  private static boolean isWanted(String name, boolean anonymous) {
    return DatabaseAddress.isSetting(name) || anonymous && DatabaseAddress.isCredential(name);
  }

  /** One key of what the service reads as a whole. */
  private static Fragment single(String name, ValueSource.Key key) {
    String ref = key.kind().equals("Secret") ? "secretKeyRef" : "configMapKeyRef";
    return Fragment.of("name", name)
        .with(
            "valueFrom", Fragment.of(ref, Fragment.of("name", key.name()).with("key", key.key())));
  }
}
