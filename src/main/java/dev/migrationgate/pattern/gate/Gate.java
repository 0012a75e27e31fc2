package dev.migrationgate.pattern.gate;

import dev.migrationgate.pattern.pod.Container;
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
    KUBERNETES_ENTRYPOINT;

    /**
     * What it must be allowed to do with a Job that it names (k8s-wait-for 2.0 and kubectl 1.33,
     * RUN).
     */
    public List<String> verbs() {
      return this == KUBECTL_WAIT ? List.of("get", "list", "watch") : List.of("get");
    }
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
   * @param isPatient true unless it gives up before long because nobody said how long to wait
   * @param bringsCredentials true when it asks as somebody else than the pod's ServiceAccount
   */
  record JobPoll(
      Container container,
      Form form,
      String mode,
      Opens opens,
      List<Target> targets,
      String namespace,
      boolean failsOpen,
      Optional<Container.Word> modeWord,
      boolean isPatient,
      boolean bringsCredentials)
      implements Gate {
    public JobPoll {
      targets = List.copyOf(targets);
    }

    /** True when it is done only once the Job has succeeded. */
    public boolean waitsForSuccess() {
      return !failsOpen && opens == Opens.ON_SUCCESS;
    }

    /**
     * True when it takes another Job whose name starts so where the wanted one is missing: it runs
     * {@code kubectl describe}, which then looks for prefixes unless it was given several names.
     */
    public boolean matchesPrefixes() {
      return form == Form.K8S_WAIT_FOR
          && !neverWaits()
          && targets.size() == 1
          && !bringsCredentials()
          && !hasOpenTarget();
    }

    /** True when the image, or this release of it, ends without waiting. */
    public boolean neverWaits() {
      return form == Form.K8S_WAIT_FOR && WaitForImage.neverWaits(container.image());
    }

    /** True when it passes a Job to which the controller has not given a status yet. */
    public boolean passesWithoutStatus() {
      return form == Form.K8S_WAIT_FOR
          && !neverWaits()
          && WaitForImage.passesWithoutStatus(container.image());
    }

    /** True when its image runs as root unless the pod says otherwise. */
    public boolean runsAsRoot() {
      return form == Form.K8S_WAIT_FOR && WaitForImage.runsAsRoot(container.image());
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

    /** What it must be allowed to do with Jobs; to select them by label, it lists them. */
    public List<String> verbs() {
      boolean selects = targets.isEmpty() && form != Form.KUBECTL_WAIT;
      return selects ? List.of("get", "list") : form.verbs();
    }
  }

  /**
   * A gate that asks the database whether its schema is up to date.
   *
   * @param tool whose command asks
   * @param failsOpen true when the script around it goes on although the schema is behind
   */
  record SchemaPoll(Container container, String tool, boolean failsOpen) implements Gate {}

  /**
   * A Job that a gate names.
   *
   * @param node the scalar that holds the name, alone or inside a script
   * @param path that scalar's path in the resource
   */
  record Target(String name, Node node, String path) {

    /** A Job that a container's command line names, with the place of its name. */
    static Target in(Container container, String job) {
      for (Container.Word word : container.words()) {
        if (word.text().contains(job)) {
          return new Target(job, word.node(), word.path());
        }
      }
      return new Target(job, container.node(), container.path());
    }
  }
}
