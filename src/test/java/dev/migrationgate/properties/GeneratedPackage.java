package dev.migrationgate.properties;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A random package of the pattern, written the way that random people write YAML.
 *
 * @param documents the resources, each without its {@code ---}, lines ending in a line feed
 * @param lineBreak how lines end
 * @param finalBreak whether the last line ends in a break
 */
record GeneratedPackage(List<String> documents, String lineBreak, boolean finalBreak) {

  private static final List<String> TAGS =
      List.of(
          "v1.2.3",
          "1.10",
          "12e45",
          "main-1234567",
          "1.0_A",
          "V2.RC",
          "0123",
          "on",
          "20240102",
          "v1.2286938253.0",
          "a1b2c3d",
          "1..2");

  /** The package of a seed; the same one whenever it is asked for. */
  static GeneratedPackage of(long seed) {
    Random random = new Random(seed);
    List<String> documents = new ArrayList<>();
    int services = 1 + random.nextInt(3);
    String tag = TAGS.get(random.nextInt(TAGS.size()));
    documents.add(
        "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: deployment-variables\ndata:\n"
            + "  IMAGE_TAG: \""
            + tag
            + "\" # set by CI\n  N: \"3\"\n");
    for (int i = 0; i < services; i++) {
      addService("svc" + i, random, documents);
    }
    if (random.nextBoolean()) {
      documents.add(script(random));
    }
    Collections.shuffle(documents, random);
    return new GeneratedPackage(
        documents, random.nextInt(4) == 0 ? "\r\n" : "\n", random.nextInt(4) > 0);
  }

  private static void addService(String name, Random random, List<String> documents) {
    String dash = random.nextBoolean() ? "- " : "  - ";
    String under = " ".repeat(dash.length());
    String comment = random.nextBoolean() ? " # why \u2190 \uD83D\uDE80" : "";
    String job = "%s-migration-${IMAGE_TAG}".formatted(name);
    documents.add(
        lines(
            random.nextBoolean() ? "# the migration of " + name : "",
            "apiVersion: batch/v1",
            "kind: Job",
            "metadata:",
            "  name: " + quote(job, random) + comment,
            "  annotations:",
            "    kustomize.toolkit.fluxcd.io/force: Enabled",
            "spec:",
            "  backoffLimit: 0" + comment,
            "  template:",
            "    spec:",
            "      restartPolicy: Never",
            "      containers:",
            "      " + dash + "name: migrate",
            "      " + under + "image: " + quote("reg:5000/" + name + ":${IMAGE_TAG}", random),
            "      "
                + under
                + "command: "
                + (random.nextBoolean()
                    ? "[\"npm\", \"run\", \"db:migrate\", \"${IMAGE_TAG}\"]"
                    : "[npm, run, 'db:migrate']")));
    String gate =
        random.nextBoolean()
            ? under + "args: [\"job-wr\", \"" + job + "\"]"
            : under
                + "args:\n      "
                + under
                + "- job-wr"
                + comment
                + "\n      "
                + under
                + "- "
                + quote(job, random);
    documents.add(
        lines(
            "apiVersion: apps/v1",
            "kind: Deployment",
            "metadata: {name: " + name + (random.nextBoolean() ? ", labels: {app: x}}" : "}"),
            "spec:",
            "  replicas: " + (random.nextBoolean() ? "${N}" : "2"),
            "  template:",
            "    metadata:",
            "      labels:",
            "        version: " + quote("${IMAGE_TAG}", random),
            "    spec:",
            "      serviceAccountName: " + name,
            "      initContainers:",
            "      " + dash + "name: wait",
            "      " + under + "image: groundnuty/k8s-wait-for:v2.0",
            "      " + gate,
            "      containers:",
            "      " + dash + "name: app",
            "      " + under + "image: reg:5000/" + name + ":${IMAGE_TAG}" + comment));
    documents.add(lines("apiVersion: v1", "kind: ServiceAccount", "metadata:", "  name: " + name));
    documents.add(
        lines(
            "{\"apiVersion\": \"rbac.authorization.k8s.io/v1\", \"kind\": \"Role\",",
            " \"metadata\": {\"name\": \"" + name + "\"}, \"rules\": [{\"apiGroups\": [\"batch\"],",
            " \"resources\": [\"jobs\"], \"resourceNames\": [\""
                + job
                + "\"],"
                + " \"verbs\": [\"get\"]}]}"));
    documents.add(
        lines(
            "apiVersion: rbac.authorization.k8s.io/v1",
            "kind: RoleBinding",
            "metadata:",
            "  name: " + name,
            "subjects: [{kind: ServiceAccount, name: " + name + "}]",
            "roleRef: {kind: Role, name: " + name + ", apiGroup: rbac.authorization.k8s.io}"));
  }

  private static String script(Random random) {
    return lines(
        "apiVersion: v1",
        "kind: ConfigMap",
        "metadata:",
        "  name: scripts",
        "data:",
        "  run.sh: " + (random.nextBoolean() ? "|" : ">-"),
        "    #!/bin/sh",
        "    for i in ${arr[@]}; do echo $i ${OTHER:-x} $(date) ${IMAGE_TAG}; done",
        "    echo done",
        "  plain: a ${IMAGE_TAG} b",
        "  multi: 'one",
        "    two ${IMAGE_TAG}'");
  }

  private static String quote(String text, Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> "\"" + text + "\"";
      case 1 -> "'" + text + "'";
      default -> text;
    };
  }

  private static String lines(String... lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      if (!line.isEmpty()) {
        text.append(line).append('\n');
      }
    }
    return text.toString();
  }

  /** The package as a plain stream. */
  String stream() {
    return finish(String.join("---\n", documents));
  }

  /** The same resources as the items of a ResourceList. */
  String resourceList() {
    StringBuilder text =
        new StringBuilder("apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n");
    for (String document : documents) {
      boolean first = true;
      for (String line : document.split("\n")) {
        boolean comment = first && line.startsWith("#");
        text.append(comment ? "" : first ? "- " : "  ").append(line).append('\n');
        first &= comment;
      }
    }
    return finish(text.toString());
  }

  private String finish(String text) {
    String cut = finalBreak ? text : text.stripTrailing();
    return cut.replace("\n", lineBreak);
  }
}
