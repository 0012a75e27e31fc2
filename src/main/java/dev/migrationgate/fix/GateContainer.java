package dev.migrationgate.fix;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.yaml.Fragment;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The init container that a gate is: one that Pod Security's level "restricted" admits. */
final class GateContainer {
  private static final String CONTEXT = "securityContext";

  private final Link link;
  private final GateSettings settings;
  private final String name;
  private final boolean inPlace;
  private final boolean givenUser;

  /**
   * @param inPlace true where values are written over the variables of the source
   * @param givenUser true where the cluster says as which user a pod runs
   */
  GateContainer(Link link, GateSettings settings, String name, boolean inPlace, boolean givenUser) {
    this.inPlace = inPlace;
    this.givenUser = givenUser;
    this.link = link;
    this.settings = settings;
    this.name = name;
  }

  /**
   * A gate that asks the API server.
   *
   * @param ownToken true where the pod mounts no token
   */
  Fragment.Entries polling(boolean ownToken) {
    Fragment.Entries container = Fragment.of("name", name).with("image", settings.image());
    container =
        settings.kind() == GateSettings.Kind.K8S_WAIT_FOR
            ? container.with("args", waitFor())
            : container.with("command", Fragment.texts("kubectl")).with("args", kubectlWait());
    container = container.with("resources", resources()).with(CONTEXT, securityContext());
    return ownToken
        ? container.with("volumeMounts", new Fragment.Items(List.of(GateToken.mount())))
        : container;
  }

  /** In place, kpt's comment keeps a variable only where nothing else stands on the line. */
  private Fragment args(String... words) {
    return new Fragment.Items(Fragment.texts(words).items(), inPlace);
  }

  private Fragment kubectlWait() {
    List<String> words = new ArrayList<>();
    words.add("wait");
    words.add("--for=condition=complete");
    words.add("job/" + WrittenName.of(link.job().resource()));
    if (isElsewhere()) {
      words.add("--namespace=" + namespace());
    }
    words.add("--timeout=" + settings.timeout());
    return args(words.toArray(new String[0]));
  }

  /** Given twice: with one name, {@code kubectl describe} would take any that starts so. */
  private Fragment waitFor() {
    String job = WrittenName.of(link.job().resource());
    return isElsewhere() ? args("job-wr", job, job, "-n", namespace()) : args("job-wr", job, job);
  }

  private boolean isElsewhere() {
    Resource job = link.job().resource();
    return !job.namespace().isEmpty()
        && !link.workload().resource().namespace().isEmpty()
        && !job.namespace().equals(link.workload().resource().namespace());
  }

  private String namespace() {
    Optional<Scalar> namespace = link.job().resource().root().scalar("metadata", "namespace");
    return namespace.orElseThrow().written();
  }

  /** A pod whose requests equal its limits keeps its class of service. */
  private Fragment resources() {
    Fragment.Entries requests = Fragment.of("cpu", "10m").with("memory", "32Mi");
    Fragment.Entries limits = Fragment.of("memory", "128Mi");
    if (isGuaranteed(link.workload().pod())) {
      limits = Fragment.of("cpu", "100m").with("memory", "128Mi");
      requests = limits;
    }
    return Fragment.of("requests", requests).with("limits", limits);
  }

  private static boolean isGuaranteed(PodTemplate pod) {
    for (Container container : pod.allContainers()) {
      for (String resource : new String[] {"cpu", "memory"}) {
        Optional<String> limit = container.node().text("resources", "limits", resource);
        Optional<String> request = container.node().text("resources", "requests", resource);
        if (limit.isEmpty() || request.isPresent() && !request.equals(limit)) {
          return false;
        }
      }
    }
    return true;
  }

  /** What the pod says already is left out. */
  private Fragment securityContext() {
    Node pod = link.workload().pod().spec();
    Fragment.Entries context = new Fragment.Entries(List.of());
    if (!pod.has("true", CONTEXT, "runAsNonRoot")) {
      context = context.with("runAsNonRoot", new Fragment.Literal("true"));
    }
    String user = pod.text(CONTEXT, "runAsUser").orElse("0");
    if (user.equals("0") && !givenUser) {
      context = context.with("runAsUser", new Fragment.Literal(user()));
    }
    context =
        context
            .with("allowPrivilegeEscalation", new Fragment.Literal("false"))
            .with("readOnlyRootFilesystem", new Fragment.Literal("true"))
            .with("capabilities", Fragment.of("drop", Fragment.texts("ALL")));
    boolean profiled = pod.text(CONTEXT, "seccompProfile", "type").isPresent();
    return profiled
        ? context
        : context.with("seccompProfile", Fragment.of("type", "RuntimeDefault"));
  }

  /** The user of the image's rootless variant; nobody where the image's own is root. */
  private String user() {
    return settings.kind() == GateSettings.Kind.K8S_WAIT_FOR ? "1100" : "65534";
  }
}
