package dev.migrationgate.graph;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Unowned;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Prerequisites;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.report.Redactor;
import dev.migrationgate.rules.Finding;
import dev.migrationgate.rules.Judgement;
import dev.migrationgate.rules.Severity;
import dev.migrationgate.yaml.OneLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the graph of a rollout from what is known of it and what the rules say. */
public final class GraphReader {
  private final Rollout rollout;
  private final Redactor redactor;
  private final Map<Integer, Set<String>> errors = new HashMap<>();
  private final Map<Integer, Integer> places = new HashMap<>();
  private final List<Box> boxes = new ArrayList<>();
  private final List<Arrow> arrows = new ArrayList<>();

  private GraphReader(Rollout rollout, Judgement judgement, Redactor redactor) {
    this.rollout = rollout;
    this.redactor = redactor;
    for (Finding finding : judgement.findings()) {
      if (finding.severity() == Severity.ERROR && finding.resource().isPresent()) {
        errors
            .computeIfAbsent(finding.resource().get().position(), place -> new LinkedHashSet<>())
            .add(finding.rule());
      }
    }
  }

  /** The graph, with nothing in it that is secret. */
  public static RolloutGraph read(Rollout rollout, Judgement judgement, Redactor redactor) {
    return new GraphReader(rollout, judgement, redactor).read();
  }

  private RolloutGraph read() {
    Prerequisites prerequisites = new Prerequisites(rollout.resources());
    for (MigrationJob job : rollout.migrations()) {
      List<String> notes =
          job.tool().isEmpty() ? List.of() : List.of("migrates with " + job.tool());
      int to = add(job.resource(), notes, Box.Role.MIGRATION);
      for (Resource needed : prerequisites.of(job)) {
        if (!Workload.isWorkload(needed)) {
          int from = add(needed, List.of(), Box.Role.PREREQUISITE);
          addArrow(new Arrow(from, to, "", State.PLAIN));
        }
      }
    }
    for (Link link : rollout.links()) {
      add(link.workload().resource(), List.of(), Box.Role.WORKLOAD);
    }
    for (Link link : rollout.links()) {
      addArrow(arrow(link));
    }
    for (Workload workload : rollout.workloads()) {
      add(workload.resource(), List.of(), Box.Role.OTHER);
    }
    addOthers();
    return new RolloutGraph(boxes, arrows);
  }

  private int add(Resource resource, List<String> notes, Box.Role role) {
    Integer known = places.get(resource.position());
    if (known != null) {
      return known;
    }
    List<String> all = new ArrayList<>(notes);
    Set<String> broken = errors.getOrDefault(resource.position(), Set.of());
    all.addAll(broken);
    String namespace = resource.namespace().isEmpty() ? "" : resource.namespace() + "/";
    boxes.add(
        new Box(
            OneLine.of(resource.kind()),
            OneLine.of(redactor.redactName(namespace + resource.name())),
            all,
            role,
            broken.isEmpty() ? State.PLAIN : State.BROKEN));
    places.put(resource.position(), boxes.size() - 1);
    return boxes.size() - 1;
  }

  private void addArrow(Arrow arrow) {
    if (!arrows.contains(arrow)) {
      arrows.add(arrow);
    }
  }

  private Arrow arrow(Link link) {
    int from = places.get(link.job().resource().position());
    int to = places.get(link.workload().resource().position());
    Optional<String> doubt = rollout.doubt(link);
    Optional<String> broken = brokenGate(link);
    Optional<String> ordered = rollout.orderedByDeliverer(link);
    if (broken.isPresent() && (doubt.isPresent() || link.gate().isPresent())) {
      return new Arrow(from, to, broken.get(), State.BROKEN);
    }
    if (doubt.isEmpty()) {
      return new Arrow(from, to, gate(link), State.PROVEN);
    }
    return ordered.isPresent()
        ? new Arrow(from, to, OneLine.of(redactor.redact(ordered.get())), State.ORDERED)
        : new Arrow(from, to, doubt.get(), State.UNPROVEN);
  }

  /** The rule of severity error that speaks of what lies between the Job and its workload. */
  private Optional<String> brokenGate(Link link) {
    for (String rule : errors.getOrDefault(link.workload().resource().position(), Set.of())) {
      if (rule.startsWith("gate-")) {
        return Optional.of(rule);
      }
    }
    for (String rule : errors.getOrDefault(link.job().resource().position(), Set.of())) {
      if (rule.startsWith("gate-") || rule.equals("migration-after-service")) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  private static String gate(Link link) {
    if (link.gate().isEmpty()) {
      Optional<Gate.SchemaPoll> schema = link.workload().schemaGate();
      return schema.isPresent() ? "asks the database" : "waits";
    }
    return switch (link.gate().get().form()) {
      case K8S_WAIT_FOR -> "k8s-wait-for";
      case KUBECTL_WAIT -> "kubectl wait";
      case KUBECTL_GET_LOOP -> "kubectl get";
      case KUBERNETES_ENTRYPOINT -> "kubernetes-entrypoint";
    };
  }

  /** What is applied besides, counted by kind: nobody reads a hundred lonely boxes. */
  private void addOthers() {
    Map<String, Integer> kinds = new TreeMap<>();
    for (Resource resource : rollout.resources()) {
      if (!places.containsKey(resource.position())
          && !Unowned.is(resource)
          && !resource.kind().isEmpty()) {
        kinds.merge(resource.kind(), 1, Integer::sum);
      }
    }
    if (kinds.isEmpty()) {
      return;
    }
    List<String> counts = new ArrayList<>();
    for (Map.Entry<String, Integer> kind : kinds.entrySet()) {
      counts.add(kind.getKey() + (kind.getValue() > 1 ? " (" + kind.getValue() + ")" : ""));
    }
    boxes.add(new Box("also applied", "", counts, Box.Role.OTHER, State.PLAIN));
  }
}
