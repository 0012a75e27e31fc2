package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.database.Pooler;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Environment;
import dev.migrationgate.yaml.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The migration does not keep one connection. */
final class MigrationThroughPooler implements Rule {
  @Override
  public String id() {
    return "migration-through-pooler";
  }

  @Override
  public String title() {
    return "The migration connects through a connection pooler";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (MigrationJob job : rollout.migrations()) {
      for (Container container : job.pod().containers()) {
        judge(rollout, job, container, findings);
      }
    }
  }

  private static void judge(
      Rollout rollout, MigrationJob job, Container container, Findings findings) {
    Environment environment = rollout.environment(container, job.resource());
    if (hasDirectAddress(environment)) {
      return;
    }
    for (String name : environment.variables().keySet()) {
      String value = environment.value(name).orElse("");
      Optional<String> sign = Pooler.sign(name, value, rollout.resources());
      if (sign.isPresent()) {
        findings.add(
            job.resource(),
            field(container, name),
            name
                + " leads through a pooler ("
                + sign.get()
                + "): locks and settings of a session do not hold there; give the migration the"
                + " database's own address");
        return;
      }
    }
  }

  /** Prisma's directUrl and the like: the tool picks the address that it needs. */
  private static boolean hasDirectAddress(Environment environment) {
    for (String name : environment.variables().keySet()) {
      String upper = name.toUpperCase(Locale.ROOT);
      if (upper.contains("DIRECT") || upper.contains("UNPOOLED") || upper.contains("NON_POOLING")) {
        return true;
      }
    }
    return false;
  }

  private static Field field(Container container, String name) {
    List<Node> variables = container.node().items("env");
    for (int i = 0; i < variables.size(); i++) {
      if (variables.get(i).has(name, "name")) {
        return new Field(
            container.path() + ".env[" + i + "]",
            variables.get(i),
            Optional.empty(),
            Optional.empty());
      }
    }
    Node from = container.node().get("envFrom").orElse(container.node());
    return new Field(container.path() + ".envFrom", from, Optional.empty(), Optional.empty());
  }
}
