package dev.migrationgate.fix;

import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.database.DatabaseCheck;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.yaml.Fragment;
import dev.migrationgate.yaml.Node;
import java.util.List;
import java.util.Optional;

/**
 * The gate that asks the database itself, with what the service has: its image, its environment,
 * its limits. It needs no access to the API server, and no Job that is still there.
 */
final class DatabaseGate {
  /** What the check may need of what the service's container has. */
  private static final String[] COPIED = {
    "workingDir", "env", "envFrom", "resources", "volumeMounts", "securityContext"
  };

  private DatabaseGate() {}

  /**
   * The init container.
   *
   * @throws CannotChange where no command is known that would do
   */
  static Fragment.Entries container(Link link, String name) {
    for (Container migrating : link.job().pod().containers()) {
      Optional<List<String>> check = DatabaseCheck.of(migrating);
      if (check.isPresent()) {
        return container(service(link, migrating), check.get(), name);
      }
    }
    throw new CannotChange(
        "the Job's tool has no command known that fails while the schema is behind");
  }

  /** The container whose image holds the tool and the migrations: that of the Job. */
  private static Container service(Link link, Container migrating) {
    for (Container container : link.workload().pod().containers()) {
      String repository = container.image().canonicalRepository();
      if (repository.equals(migrating.image().canonicalRepository())) {
        return container;
      }
    }
    throw new CannotChange(
        "the Job runs another image than the service, so that the service's may lack the tool");
  }

  private static Fragment.Entries container(Container service, List<String> check, String name) {
    StringBuilder command = new StringBuilder();
    for (String word : check) {
      command.append(command.length() > 0 ? " " : "").append(quoted(word));
    }
    Fragment.Entries container =
        Fragment.of("name", name)
            .with("image", Copied.of(service.node().get("image").orElseThrow()))
            .with("command", Fragment.texts("sh", "-c"))
            .with("args", Fragment.texts("until " + command + "; do sleep 5; done"));
    for (String field : COPIED) {
      Optional<Node> value = service.node().get(field);
      if (value.isPresent()) {
        container = container.with(field, Copied.of(value.get()));
      }
    }
    return container;
  }

  /** A word for a shell. */
  private static String quoted(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "-_./:=,@+%".indexOf(c) >= 0;
      if (!plain) {
        return "'" + word.replace("'", "'\\''") + "'";
      }
    }
    return word;
  }
}
