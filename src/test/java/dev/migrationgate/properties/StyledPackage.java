package dev.migrationgate.properties;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/**
 * A package whose resources are known as trees, in every style of YAML: services with a migration,
 * wired or not, among resources that have nothing to do with any.
 *
 * @param documents the resources, each without its {@code ---}, lines ending in a line feed
 * @param bystanders which of the documents no fix has any business in
 * @param lineBreak how lines end
 */
record StyledPackage(List<String> documents, List<String> bystanders, String lineBreak) {
  private static final List<String> TAGS = List.of("v1.2.3", "1.10", "main-1234567", "0123", "on");

  /** The package of a seed; the same one whenever it is asked for. */
  static StyledPackage of(long seed) {
    Random random = new Random(seed);
    RandomStyle style = new RandomStyle(random);
    List<String> documents = new ArrayList<>();
    List<String> bystanders = new ArrayList<>();
    String tag = TAGS.get(random.nextInt(TAGS.size()));
    documents.add(
        style.document(
            resource("v1", "ConfigMap", "deployment-variables")
                .with("data", map("IMAGE_TAG", tag, "N", "3"))));
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      for (Tree resource : service("svc" + i, random)) {
        documents.add(style.document(resource));
      }
    }
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      bystanders.add(style.document(bystander("other" + i, random)));
    }
    documents.addAll(bystanders);
    Collections.shuffle(documents, random);
    return new StyledPackage(documents, bystanders, random.nextInt(4) == 0 ? "\r\n" : "\n");
  }

  private static List<Tree> service(String name, Random random) {
    List<Tree> resources = new ArrayList<>();
    boolean versioned = random.nextBoolean();
    boolean gated = random.nextBoolean();
    String jobName = name + "-migration" + (versioned ? "-${IMAGE_TAG}" : "");
    Tree job = resource("batch/v1", "Job", jobName);
    if (random.nextBoolean()) {
      job.at("metadata").with("annotations", map("kustomize.toolkit.fluxcd.io/force", "Enabled"));
    }
    Tree migrate =
        map(
            "name",
            "migrate",
            "image",
            "reg:5000/" + name + ":${IMAGE_TAG}",
            "command",
            random.nextBoolean()
                ? List.of("npm", "run", "db:migrate")
                : List.of("sh", "-c", "set -e\necho ${IMAGE_TAG} $(date)\nflyway migrate\n"));
    Tree jobPod = map("restartPolicy", random.nextBoolean() ? "Never" : "OnFailure");
    jobPod.with("containers", List.of(migrate));
    resources.add(job.with("spec", map("template", map("spec", jobPod))));

    Tree pod = map();
    if (gated) {
      pod.with("serviceAccountName", name);
      pod.with(
          "initContainers",
          List.of(
              map(
                  "name",
                  "wait",
                  "image",
                  "groundnuty/k8s-wait-for:v2.0",
                  "args",
                  List.of("job-wr", jobName))));
      resources.add(resource("v1", "ServiceAccount", name));
      resources.add(
          resource("rbac.authorization.k8s.io/v1", "Role", name)
              .with(
                  "rules",
                  List.of(
                      map(
                          "apiGroups", List.of("batch"),
                          "resources", List.of("jobs"),
                          "verbs", List.of("get", "list", "watch")))));
      resources.add(
          resource("rbac.authorization.k8s.io/v1", "RoleBinding", name)
              .with("subjects", List.of(map("kind", "ServiceAccount", "name", name)))
              .with(
                  "roleRef",
                  map("kind", "Role", "name", name, "apiGroup", "rbac.authorization.k8s.io")));
    }
    pod.with(
        "containers",
        List.of(
            map(
                "name",
                "app",
                "image",
                "reg:5000/" + name + ":${IMAGE_TAG}",
                "env",
                List.of(map("name", "RELEASE", "value", "${IMAGE_TAG}")))));
    Tree template = map("metadata", map("labels", map("app", name, "version", "${IMAGE_TAG}")));
    resources.add(
        resource("apps/v1", "Deployment", name)
            .with(
                "spec",
                map(
                    "replicas", "${N}",
                    "selector", map("matchLabels", map("app", name)),
                    "template", template.with("spec", pod))));
    return resources;
  }

  private static Tree bystander(String name, Random random) {
    return switch (random.nextInt(4)) {
      case 0 ->
          resource("v1", "ConfigMap", name)
              .with(
                  "data",
                  map(
                      "run.sh",
                      "#!/bin/sh\nfor i in ${arr[@]}; do\n  echo \"$i\" 'x' ${OTHER:-x}\ndone\n",
                      "plain",
                      "a: b # c",
                      "empty",
                      "",
                      "number",
                      "1.10"));
      case 1 ->
          resource("v1", "Service", name)
              .with("spec", map("selector", map("app", name), "ports", List.of(map("name", "h"))));
      case 2 ->
          resource("apps/v1", "Deployment", name)
              .with(
                  "spec",
                  map(
                      "template",
                      map(
                          "metadata",
                          map("labels", map("app", name)),
                          "spec",
                          map(
                              "containers",
                              List.of(map("name", "app", "image", "reg:5000/web:v1"))))));
      default ->
          resource("example.com/v1", "Widget", name)
              .with(
                  "spec",
                  map("a", map("b", List.of("c", map("d", "e"), List.of("f"))), "g", map()));
    };
  }

  private static Tree resource(String apiVersion, String kind, String name) {
    return map("apiVersion", apiVersion, "kind", kind, "metadata", map("name", name));
  }

  private static Tree map(Object... keysAndValues) {
    Tree tree = new Tree();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      tree.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return tree;
  }

  /** A mapping that keeps its order. */
  private static final class Tree extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1;

    Tree with(String key, Object value) {
      put(key, value);
      return this;
    }

    Tree at(String key) {
      return (Tree) get(key);
    }
  }

  /** The package as a plain stream. */
  String stream() {
    return inLines(String.join("---\n", documents));
  }

  /** The same documents in another order. */
  StyledPackage shuffled(long seed) {
    List<String> shuffled = new ArrayList<>(documents);
    Collections.shuffle(shuffled, new Random(seed));
    return new StyledPackage(shuffled, bystanders, lineBreak);
  }

  /** The same resources as the items of a ResourceList, where each one can be an item as it is. */
  String resourceList() {
    StringBuilder text =
        new StringBuilder("apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n");
    for (String document : documents) {
      // Comments above the first line would stand between the dash and its item.
      text.append("-\n");
      for (String line : document.split("\n")) {
        text.append(line.isEmpty() ? "" : "  " + line).append('\n');
      }
    }
    // Every third ends in the middle of a line.
    return inLines(documents.size() % 3 == 0 ? text.toString().stripTrailing() : text.toString());
  }

  /** A text of this package as it stands in the input. */
  String inLines(String text) {
    return text.replace("\n", lineBreak);
  }
}
