package dev.migrationgate.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.formats.Format;
import dev.migrationgate.golden.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is secret leaves in no message, result, report, graph or log, whatever is wrong with the
 * package. The manifests that the function writes are excepted: they hold what they held.
 */
class SecretsTest {
  private static final String[] GRAPHS = {"text", "mermaid", "dot", "svg"};
  private static final String MARK = Canary.WORD;

  private final List<String> leaks = new ArrayList<>();

  @TempDir private Path folder;

  /** A package with secrets in it, and how to break it. */
  private record Package(String name, List<String> files, String manifests) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String SECRETS =
      """
      apiVersion: v1
      kind: Secret
      metadata:
        name: shop-database
        annotations:
          example.com/source: https://bot:c4nary-annotation@git.example.com/shop
      data:
        password: BASE64
        url: URL64
      stringData:
        plain: p4-c4nary-plain
        lines: |
          first c4nary-first
          second c4nary-second
      ---
      apiVersion: v1
      kind: Secret
      metadata:
        name: deployment-secrets
      stringData:
        DB_PASSWORD: c4nary-variable
        DB_URL: postgres://shop:c4nary-declared@db/shop
        TAG_SECRET: v1.c4nary
      data:
        ENCODED: BASE64
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: deployment-variables
      data:
        IMAGE_TAG: v1
        OTHER_URL: postgres://shop:c4nary-config@db:5432/shop?sslmode=disable
      ---
      """
          .replace("BASE64", Canary.base64("c4nary in base64"))
          .replace("URL64", Canary.base64("postgres://shop:c4nary@db/shop"));

  private static final String ROLLOUT =
      """
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: shop-migration-${IMAGE_TAG}
        annotations:
          example.com/source: https://bot:c4nary-annotation@git.example.com/shop
      spec:
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: migrate
                image: registry.example.com/shop:${IMAGE_TAG}
                command: ["npx", "prisma", "migrate", "deploy"]
                args: ["--url=postgres://shop:c4nary-argument@db/shop"]
                env:
                  - name: DATABASE_URL
                    value: postgres://shop:c4nary-job@db-primary.example.com:5432/shop
                  - name: JDBC_URL
                    value: jdbc:postgresql://db-primary/shop?user=shop&password=c4nary-query
                  - name: PGPASSWORD
                    value: c4nary-literal
                  - name: PGHOST
                    value: db-primary
                  - name: DB_PASSWORD
                    value: ${DB_PASSWORD}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        replicas: 2
        selector:
          matchLabels: {app: shop}
        template:
          metadata:
            labels: {app: shop}
          spec:
            initContainers:
              - name: wait
                image: registry.k8s.io/kubectl:v1.33.4
                command: ["kubectl", "wait", "--for=condition=complete", "job/shop-migration-v0"]
            containers:
              - name: shop
                image: registry.example.com/shop:v2
                env:
                  - name: DATABASE_URL
                    value: postgres://shop:c4nary-service@db-other.example.com:5432/shop
                  - name: JDBC_URL
                    value: jdbc:postgresql://db-other/shop?user=shop&password=c4nary-query
                  - {name: PGPASSWORD, value: c4nary-flow}
                  - {name: PGHOST, value: db-other}
                  - name: DB_PASSWORD
                    value: ${DB_PASSWORD}
      """;

  private static final String CONFIG =
      """
      apiVersion: fn.migrationgate.dev/v1alpha1
      kind: MigrationGate
      metadata: {name: migration-gate}
      spec:
        variables:
          from:
            - configMap: deployment-variables
            - secret: deployment-secrets
      """;

  private static Package whole(String name, String manifests) {
    return new Package(name, List.of("migration-gate.yaml=" + CONFIG), manifests);
  }

  /** What it says where a package is like the good one but for this. */
  private static Package where(String name, String old, String replacement) {
    String all = SECRETS + ROLLOUT;
    assertThat(all).as(name).contains(old);
    return whole(name, all.replace(old, replacement));
  }

  static Stream<Package> packages() {
    List<Package> all = new ArrayList<>();
    all.add(whole("as it is", SECRETS + ROLLOUT));
    // Values that are no YAML, or another kind of it than was meant.
    for (String value :
        new String[] {
          "*c4nary",
          "&c4nary",
          "&c4nary x",
          "!c4nary x",
          "!!c4nary x",
          "!<c4nary x",
          "@c4nary",
          "`c4nary`",
          "%c4nary",
          "c4nary: x",
          "\"c4nary",
          "'c4nary",
          "\"c4nary\\q\"",
          "[c4nary",
          "{c4nary",
          "{c4nary, c4nary}",
          "[c4nary, x]",
          "{x: c4nary}",
          "{x: [c4nary]}",
          "c4nary!!",
          "|\nc4nary",
          "|9c4nary\n  x",
          ">c4nary",
          "x\n\tc4nary",
          "\"x\" c4nary",
          "? c4nary",
          "- c4nary",
          "]c4nary",
          "\"\\xc4nary\"",
          "c4nary\u0007",
          "p4${c4nary}",
          "${c4nary",
          "${c4nary:!}",
          "${x:-c4nary}",
          "p4$${c4nary}",
          "${c4nary/x}"
        }) {
      all.add(where("a value " + value, "plain: p4-c4nary-plain", "plain: " + value));
    }
    String argument = "args: [\"--url=postgres://shop:c4nary-argument@db/shop\"]";
    for (String arguments :
        new String[] {
          "[\"--password=c4nary-option\"]",
          "[\"--db-password\", \"c4nary-next\"]",
          "[mysql, -p, c4nary-short, '--token', c4nary]",
          "[--url, 'jdbc:sqlserver://db:1433;user=sa;password=c4nary-jdbc;encrypt=true']",
          "[--url, 'jdbc:postgresql://db/shop?user=shop&password=c4nary-jdbc&ssl=true']",
          "[--url, 'postgres://sh%40op:c4nary%2F:#?x/y@c4nary@db/shop']",
          "[\"sh\", \"-c\", \"PGPASSWORD=c4nary-shell psql -c 'drop table x'; mysql -pc4nary -e 'drop table y'\"]",
        }) {
      all.add(where("arguments " + arguments, argument, "args: " + arguments));
      all.add(
          where(
              "a command " + arguments,
              "command: [\"npx\", \"prisma\", \"migrate\", \"deploy\"]\n          " + argument,
              "command: " + arguments));
      all.add(
          where(
              "a gate's command " + arguments,
              "command: [\"kubectl\", \"wait\", \"--for=condition=complete\", \"job/shop-migration-v0\"]",
              "command: " + arguments));
    }
    for (String name : new String[] {"ADMIN_PASSWORD", "API_TOKEN", "CLIENT_SECRET"}) {
      all.add(where("a variable " + name, "- name: PGPASSWORD", "- name: " + name));
      all.add(where("in braces " + name, "{name: PGPASSWORD", "{name: " + name));
    }
    all.add(where("a key twice", "  plain: p4-", "  plain: c4nary-one\n  plain: p4-"));
    all.add(where("a lost dash line", "---\napiVersion: v1\nkind: ConfigMap", "kind: ConfigMap"));
    all.add(where("one Secret twice", "name: deployment-secrets", "name: shop-database"));
    all.add(where("data of text", "data:\n  password:", "data:\n  password: c4nary é\n  other:"));
    all.add(
        where("data of a list", "stringData:\n  plain:", "stringData:\n  - c4nary\nmore:\n  p:"));
    all.add(
        new Package(
            "a List of Secrets",
            List.of("migration-gate.yaml=" + CONFIG),
            "apiVersion: v1\nkind: List\nitems:\n"
                + ("- " + SECRETS.substring(0, SECRETS.indexOf("---")).replace("\n", "\n  "))
                    .stripTrailing()
                + "\n---\n"
                + ROLLOUT));
    // A secret variable where it does not belong.
    for (String use :
        new String[] {
          "${DB_PASSWORD}",
          "${DB_PASSWORD:0:9}",
          "${DB_PASSWORD^^}",
          "${DB_PASSWORD/variable/x}",
          "${TAG_SECRET}",
          "${ENCODED}",
          "${DB_URL}",
          "${DB_PASSWORD:?c4nary}",
          "${NONE:-c4nary}",
          "x ${DB_PASSWORD} y",
          "${DB_PASSWORD#c4}",
          "${#DB_PASSWORD}"
        }) {
      boolean ours = !use.contains("c4nary}") && !use.contains("#c4");
      if (ours) {
        all.add(where(use + " in an image", "shop:v2", "shop:" + use));
        all.add(where(use + " in a name", "shop-migration-${IMAGE_TAG}", "shop-migration-" + use));
        all.add(where(use + " in a gate", "job/shop-migration-v0", "job/shop-" + use));
        all.add(where(use + " for a number", "replicas: 2", "replicas: " + use));
        all.add(where(use + " in a label", "labels: {app: shop}", "labels: {app: '" + use + "'}"));
        all.add(where(use + " in a host", "value: db-other", "value: '" + use + "'"));
        all.add(
            where(
                use + " as namespace",
                "  name: shop\n",
                "  name: shop\n  namespace: " + use + "\n"));
      }
    }
    all.add(
        new Package(
            "to be mended",
            List.of("migration-gate.yaml=" + CONFIG + "  fix: [safe, wire]\n"),
            SECRETS + ROLLOUT));
    // Configurations that are wrong.
    for (String line :
        new String[] {
          "  deliverer: https://bot:c4nary@example.com/x",
          "  order: https://bot:c4nary@example.com/x",
          "  https://bot:c4nary@example.com/x: y",
          "  require: https://bot:c4nary@example.com/x",
          "  rules: {'https://bot:c4nary@example.com/x': {severity: error}}",
          "  rules: {gate-race: {severity: 'https://bot:c4nary@example.com/x'}}",
          "  migrations: [{job: a, workloads: ['https://bot:c4nary@example.com/x']}]"
        }) {
      all.add(
          new Package(
              "configuration" + line,
              List.of("migration-gate.yaml=" + CONFIG + line + "\n"),
              SECRETS + ROLLOUT));
    }
    // A place more, in a package with and without build.
    SecretPlaces.in(SECRETS + ROLLOUT)
        .forEach((name, manifests) -> all.add(whole(name, manifests)));
    for (String line :
        new String[] {
          "    values: {DB_PASSWORD: c4nary, API_TOKEN: c4nary, OTHER_URL: 'shop:c4nary@db/x'}",
          "  rules: {'password=c4nary': {severity: error}}",
          "  deliverer: \"--token c4nary\"",
          "  migrations: [{job: 'password=c4nary', workloads: ['token=c4nary']}]"
        }) {
      all.add(
          new Package(
              "configuration" + line,
              List.of("migration-gate.yaml=" + CONFIG + line + "\n"),
              SECRETS + ROLLOUT));
    }
    all.add(
        where(
            "a ConfigMap's passwords",
            "  IMAGE_TAG: v1",
            "  IMAGE_TAG: v1\n  CONFIG_PASSWORD: c4nary\n  API_TOKEN: c4nary"));
    // What only a build reads.
    for (String more :
        new String[] {
          "resources: [all.yaml, 'https://bot:c4nary@git.example.com/shop//k8s?ref=v1']\n",
          "resources: [all.yaml, 'bot:c4nary@git.example.com/none']\n",
          "resources: [all.yaml, 'git::https://c4nary@git.example.com/none']\n",
          "resources: [all.yaml]\nsecretGenerator:\n- name: deployment-secrets\n  literals: [DB_PASSWORD=c4nary-literal]\n",
          "resources: [all.yaml]\nsecretGenerator:\n- name: x\n  literals: c4nary\n  envs: [secrets.env]\n",
          "resources: [all.yaml]\nsecretGenerator:\n- name: x\n  literals: [\"DB_PASSWORD=c4nary]\n",
          "resources: [all.yaml]\nsecretGenerator:\n- name: x\n  literals: [{DB_PASSWORD: *c4nary}]\n",
          "resources: [all.yaml]\nhelmCharts:\n- name: x\n  repo: https://bot:c4nary@charts.example.com\n  valuesInline: {password: c4nary}\n",
          "resources: [all.yaml]\npatches:\n- patch: |-\n    apiVersion: v1\n    kind: Secret\n    metadata: {name: shop-database}\n    stringData: {plain: c4nary, x: *c4nary}\n",
          "resources: [all.yaml]\nsecretGenerator:\n- name: more\n  literals: ['a=c4nary b', \"b=c4n\\x61ry c4nary\"]\n  envs: [secrets.env]\nsortOptions: {order: legacy}\n",
          "# password: c4nary\nresources: [all.yaml]\npatches:\n- target: {kind: Secret, name: shop-database}\n  patch: |-\n    - op: replace\n      path: /stringData/plain\n      value: c4nary\n",
          "resources: [all.yaml]\npatches:\n- target: {kind: Deployment}\n  patch: |-\n    - op: add\n      path: /spec/template/spec/containers/0/env/-\n      value: {name: DB_PASSWORD, value: c4nary}\n    - op: add\n      path: /spec/template/spec/containers/0/args\n      value: [--password, c4nary]\n",
          "resources: [all.yaml]\nconfigMapGenerator:\n- name: more\n  literals: [DB_PASSWORD=c4nary, 'URL=postgres://shop:c4nary@db/shop']\nreplacements: [{path: https://bot:c4nary@example.com/x}]\n",
          "resources: [all.yaml, 'https://example.com/shop?token=c4nary', 'ghp_c4naryc4naryc4naryc4nary']\n",
          "resources: [all.yaml]\nsecretGenerator:\n- name: deployment-secrets\n  behavior: replace\n  literals: [DB_PASSWORD=c4nary, DB_PASSWORD=c4nary-2, no-c4nary]\n",
          "resources: [all.yaml]\ntransformers:\n- |-\n  kind: x\n  a: *c4nary\n",
          "resources: [all.yaml]\nimages:\n- name: shop\n  newName: https://bot:c4nary@registry.example.com/x\n",
        }) {
      all.add(
          new Package(
              "kustomization " + more.replace('\n', ' '),
              List.of(
                  "kustomization.yaml=" + more,
                  "secrets.env=DB_PASSWORD=c4nary-file\n",
                  "migration-gate.yaml=" + CONFIG),
              SECRETS + ROLLOUT));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void isSpokenByNoCommand(Package broken) throws IOException {
    Path manifests = Files.writeString(folder.resolve("all.yaml"), broken.manifests());
    for (String file : broken.files()) {
      int end = file.indexOf('=');
      Files.writeString(folder.resolve(file.substring(0, end)), file.substring(end + 1));
    }
    byte[] stream = Files.readAllBytes(manifests);
    Path config = folder.resolve("migration-gate.yaml");

    keepsItsManifests("function", Run.of(stream, config.toString()));
    keepsItsManifests("function without configuration", Run.of(stream));
    ofAResourceList(broken, config);
    keepsItsManifests("render folder", run("render", folder.toString()));
    keepsItsManifests(
        "render file", run("render", "--config", config.toString(), manifests.toString()));
    for (Format format : Format.values()) {
      quiet("check " + format, run("check", "--format", format.id(), folder.toString()));
    }
    quiet("check -", Run.of(stream, "check", "-c", config.toString(), "-f", "json", "-"));
    reports();
    // All draw the same boxes, and some take their time: each format takes its turn.
    String drawn = GRAPHS[Math.floorMod(broken.name().hashCode(), GRAPHS.length)];
    quiet("graph " + drawn, run("graph", "--format", drawn, folder.toString()));
    quiet("graph -", Run.of(stream, "graph", "-c", config.toString(), "-"));
    baseline();
    mending();
    setting();
    assertThat(leaks).isEmpty();
  }

  /** The other command reads nothing of a package, or is one that this test does not know yet. */
  @Test
  void noCommandIsLeftOut() {
    String help = run("--help").text();
    String commands = help.substring(help.indexOf("Commands:"), help.indexOf("Examples:"));
    assertThat(
            commands
                .lines()
                .filter(line -> line.matches("  [a-z].*"))
                .map(line -> line.strip().split("[ ,]")[0])
                .toList())
        .contains("check")
        .isSubsetOf(
            "check", "render", "set", "graph", "fix", "explain", "rules", "init", "completion");
  }

  @Test
  void canariesAreFoundInEveryForm() {
    for (int before = 0; before < 5; before++) {
      String text = "x".repeat(before) + MARK + "y".repeat(before);
      assertThat(Canary.in("a " + Canary.base64(text) + " b")).isNotEmpty();
      assertThat(Canary.in("a " + text + " b")).isNotEmpty();
    }
    assertThat(Canary.in("nothing of the kind")).isEmpty();
  }

  private void ofAResourceList(Package broken, Path config) throws IOException {
    StringBuilder list =
        new StringBuilder("apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n");
    list.append("functionConfig:\n").append(indented(Files.readString(config), "  "));
    list.append("items:\n");
    for (String document : broken.manifests().split("(?m)^---\n")) {
      list.append("- ").append(indented(document, "  ").substring(2));
    }
    Run run = Run.function(list.toString());
    quiet("results", run.text().substring(run.manifests().length()));
    quiet("function, ResourceList", run.report());
  }

  private static String indented(String text, String by) {
    StringBuilder indented = new StringBuilder();
    text.lines()
        .forEach(line -> indented.append(line.isEmpty() ? "" : by).append(line).append('\n'));
    return indented.toString();
  }

  private void reports() throws IOException {
    Path report = folder.resolve("report");
    quiet("check --output", run("check", "-f", "json", "-o", report.toString(), folder.toString()));
    if (Files.exists(report)) {
      quiet("report file", Files.readString(report));
      Files.delete(report);
    }
  }

  private void mending() {
    quiet("fix --diff", run("fix", "--diff", folder.toString()));
    quiet("fix --wire --diff", run("fix", "--wire", "--diff", folder.toString()));
  }

  private void baseline() throws IOException {
    Path baseline = folder.resolve("baseline.json");
    quiet(
        "check --write-baseline",
        run("check", "--baseline", baseline.toString(), "--write-baseline", folder.toString()));
    if (Files.exists(baseline)) {
      quiet("baseline", Files.readString(baseline));
      Files.delete(baseline);
    }
  }

  /** Last, for it writes. What the user says on the command line he knows already. */
  private void setting() {
    for (String variable :
        new String[] {
          "IMAGE_TAG",
          "DB_PASSWORD",
          "OTHER_URL",
          "ENCODED",
          "TAG_SECRET",
          "CONFIG_PASSWORD",
          "API_TOKEN"
        }) {
      for (String value : new String[] {"v2", "a/b"}) {
        quiet("set " + variable, run("set", variable + "=" + value, folder.toString()));
      }
    }
    quiet("set DB_PASSWORD", run("set", "DB_PASSWORD=" + MARK, folder.toString()));
    quiet("set TAG_SECRET", run("set", "TAG_SECRET=" + MARK + "/x", folder.toString()));
    quiet(
        "set to a URL", run("set", "OTHER_URL=postgres://x:" + MARK + "@db/x", folder.toString()));
    quiet(
        "set to a URL", run("set", "IMAGE_TAG=postgres://x:" + MARK + "@db/x", folder.toString()));
    quiet("fix", run("fix", folder.toString()));
    quiet("fix --wire", run("fix", "--wire", folder.toString()));
    quiet("set to no URL", run("set", "=postgres://x:" + MARK + "@db/x", folder.toString()));
  }

  private static Run run(String... arguments) {
    return Run.of(new byte[0], arguments);
  }

  private void keepsItsManifests(String what, Run run) {
    quiet(what, run.report());
  }

  private void quiet(String what, Run run) {
    quiet(what + ", stdout", new String(run.output(), StandardCharsets.UTF_8));
    quiet(what + ", stderr", run.report());
  }

  private void quiet(String what, String text) {
    Canary.in(text).forEach(leak -> leaks.add(what + ": …" + leak));
    assertThat(text).as(what).doesNotContain("a defect of migration-gate");
  }
}
