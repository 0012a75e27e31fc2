package dev.migrationgate.pattern;

import dev.migrationgate.yaml.Node;
import java.util.List;
import java.util.Optional;

/** What holds a workload's containers back until a migration is done. */
public sealed interface Gate permits Gate.JobPoll, Gate.SchemaPoll {

  /** The init container that holds them back. */
  Container container();

  /** How a gate asks for a Job. */
  enum Form {
    K8S_WAIT_FOR,
    KUBECTL_WAIT,
    KUBECTL_GET_LOOP,
    KUBERNETES_ENTRYPOINT
  }

  /** When a gate that asks for a Job opens. */
  enum Opens {
    /** Once the Job has succeeded. */
    ON_SUCCESS,
    /** On something else, or although it failed to find out. */
    OTHERWISE
  }

  /**
   * A gate that asks the API server for Jobs by name.
   *
   * @param mode the word that says what it waits for, as written; empty where there is none
   * @param opens when it opens
   * @param targets the Jobs that it names; none where it selects them by label
   * @param namespace where it looks, empty for the pod's own namespace
   * @param failsOpen true when the script around it goes on although the wait failed
   * @param modeWord where the mode stands, if it is a word of its own
   */
  record JobPoll(
      Container container,
      Form form,
      String mode,
      Opens opens,
      List<Target> targets,
      String namespace,
      boolean failsOpen,
      Optional<Container.Word> modeWord)
      implements Gate {
    public JobPoll {
      targets = List.copyOf(targets);
    }

    /** True when it is done only once the Job has succeeded. */
    public boolean waitsForSuccess() {
      return !failsOpen && opens == Opens.ON_SUCCESS;
    }

    /** The namespace in which it looks, for a pod in this namespace. */
    public String namespaceFor(String podNamespace) {
      return namespace.isEmpty() ? podNamespace : namespace;
    }

    /** True when it waits for a Job of this name. */
    public boolean names(String job) {
      for (Target target : targets) {
        if (target.name().equals(job)) {
          return true;
        }
      }
      return false;
    }

    /** True when the name is only known once the container runs. */
    public boolean hasOpenTarget() {
      for (Target target : targets) {
        if (target.name().indexOf('$') >= 0) {
          return true;
        }
      }
      return false;
    }

    /** What it must be allowed to do with Jobs (k8s-wait-for 2.0 and kubectl 1.33, RUN). */
    public List<String> verbs() {
      if (form == Form.KUBECTL_WAIT) {
        return List.of("get", "list", "watch");
      }
      return targets.isEmpty() ? List.of("get", "list") : List.of("get");
    }
  }

  /**
   * A gate that asks the database whether its schema is up to date.
   *
   * @param tool whose command asks
   */
  record SchemaPoll(Container container, String tool) implements Gate {}

  /**
   * A Job that a gate names.
   *
   * @param node the scalar that holds the name, alone or inside a script
   * @param path that scalar's path in the resource
   */
  record Target(String name, Node node, String path) {}
}
