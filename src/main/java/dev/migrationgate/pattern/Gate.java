package dev.migrationgate.pattern;

import dev.migrationgate.yaml.Node;
import java.util.List;
import java.util.Optional;

/** What holds a workload's containers back until a migration is done. */
public sealed interface Gate permits Gate.JobPoll {

  /** The init container that holds them back. */
  Container container();

  /** How a gate asks for a Job. */
  enum Form {
    K8S_WAIT_FOR("k8s-wait-for"),
    KUBECTL_WAIT("kubectl wait");

    private final String title;

    Form(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /**
   * A gate that asks the API server for Jobs by name.
   *
   * @param mode k8s-wait-for's first argument, or the condition that {@code kubectl wait} waits for
   * @param targets the Jobs that it names; none where it selects them by label
   * @param namespace where it looks, empty for the pod's own namespace
   * @param failsOpen true when the pod starts although the wait failed ({@code || true})
   * @param modeWord the word that holds the mode, where there is one
   */
  record JobPoll(
      Container container,
      Form form,
      String mode,
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
      return !failsOpen && mode.equals(form == Form.K8S_WAIT_FOR ? "job-wr" : "complete");
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
  }

  /**
   * A Job that a gate names.
   *
   * @param node the scalar that holds the name, alone or inside a script
   * @param path that scalar's path in the resource
   */
  record Target(String name, Node node, String path) {}
}
