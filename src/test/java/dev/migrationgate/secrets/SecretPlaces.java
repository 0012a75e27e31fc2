package dev.migrationgate.secrets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Where people put what is secret, as edits of a package that works. */
final class SecretPlaces {
  private static final String COMMAND =
      "command: [\"npx\", \"prisma\", \"migrate\", \"deploy\"]\n          ";
  private static final String ARGUMENTS =
      "args: [\"--url=postgres://shop:c4nary-argument@db/shop\"]";
  private static final String GATE =
      "command: [\"kubectl\", \"wait\", \"--for=condition=complete\", \"job/shop-migration-v0\"]";

  private static final String JOB_SPEC = "  template:\n    spec:\n      restartPolicy: Never\n";

  private SecretPlaces() {}

  /**
   * An edit of the manifests.
   *
   * @param more documents that come first
   * @param others what else is replaced
   */
  private record Place(String old, String replacement, String more, Map<String, String> others) {
    Place(String old, String replacement, String more) {
      this(old, replacement, more, Map.of());
    }

    Place and(String otherOld, String otherReplacement) {
      return new Place(old, replacement, more, Map.of(otherOld, otherReplacement));
    }

    String in(String manifests) {
      if (!manifests.contains(old)) {
        throw new IllegalStateException(old);
      }
      String edited = more + manifests.replace(old, replacement);
      for (Map.Entry<String, String> other : others.entrySet()) {
        edited = edited.replace(other.getKey(), other.getValue());
      }
      return edited;
    }
  }

  /** The manifests with a secret in one place more, by the name of the place. */
  static Map<String, String> in(String manifests) {
    Map<String, Place> places = new LinkedHashMap<>();
    words(places);
    environment(places);
    documents(places);
    Map<String, String> all = new LinkedHashMap<>();
    places.forEach((name, place) -> all.put(name, place.in(manifests)));
    // A report shows the line of a finding: here that is the whole resource.
    places.forEach((name, place) -> all.put(name + ", in one line", inLines(place.in(manifests))));
    return all;
  }

  private static void words(Map<String, Place> places) {
    List<String> words =
        List.of(
            "- --password\n- c4nary",
            "- \"--db-password\"\n- 'c4nary'",
            "- --token\n# of the shop\n- c4nary",
            "- mysql\n- -p\n- c4nary\n- -e\n- drop table x",
            "- sh\n- -c\n- |\n  PGPASSWORD=c4nary psql -c 'drop table x'\n  mysql -u a -pc4nary -e 'drop table x'",
            "- sh\n- -c\n- >-\n  psql --password\n  c4nary -c 'drop table x'",
            "- sh\n- -c\n- curl -u user:c4nary x && curl -H 'Authorization: Bearer c4nary' x; drop table x",
            "- token=c4nary\n- secret=c4nary\n- drop table x",
            "- user:c4nary@tcp(db:3306)/shop\n- drop table x",
            "- sqlserver://db:1433;user=sa;password=c4nary;encrypt=true\n- drop table x",
            "- mongodb+srv://shop:c4nary@cluster.example.com/shop\n- drop table x",
            "- Server=db;Database=shop;User Id=sa;Password=c4nary;\n- drop table x",
            "- DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c4nary==;x=y\n- drop table x",
            "- jdbc:oracle:thin:shop/c4nary@//db:1521/shop\n- drop table x",
            "- AWS_SECRET_ACCESS_KEY=c4nary\n- drop table x",
            "- \"postgres://shop:c4nary\\u0040db/shop\"\n- drop table x",
            "- |\n  -----BEGIN PRIVATE KEY-----\n  c4nary\n  -----END PRIVATE KEY-----\n- drop table x",
            "- '{\"password\":\"c4nary\",\"auth\":\"c4nary\"}'\n- drop table x",
            "- postgres://shop:p%40c4nary%2Fx@db/shop\n- drop table x",
            "- sh\n- -c\n- sqlplus -s shop/c4nary@//db/x @drop.sql; drop table x",
            "- sqlplus\n- shop/c4nary@db\n- drop table x",
            "- sh\n- -c\n- sqlcmd -P'c4nary' -Q 'drop table x'",
            "- curl\n- -u\n- user:c4nary\n- --user=user:c4nary\n- -uuser:c4nary\n- drop table x",
            "- sh\n- -c\n- |-\n  echo '*:*:*:*:c4nary' > ~/.pgpass\n  drop table x",
            "- sh\n- -c\n- psql \"host=db user=shop password=c4nary\" -c 'drop table x'",
            "- psql\n- -c\n- ALTER USER shop PASSWORD 'c4nary'; drop table x",
            "- mysql\n- -e\n- CREATE USER shop IDENTIFIED BY 'c4nary'; drop table x",
            "- kubectl\n- create\n- secret\n- --from-literal\n- a=c4nary\n- --from-literal=b=c4nary\n- drop table x",
            "- sh\n- -c\n- mysql user:c4nary@\"$HOST\" -e 'drop table x'",
            "- sh\n- -c\n- PASSWORD=$(echo c4nary) psql -c 'drop table x'",
            "- -Dspring.datasource.password=c4nary\n- -password=c4nary\n- drop table x",
            "- redis://:c4nary@db:6379/0\n- amqp://shop:c4nary@db/x\n- drop table x");
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      // Each stands in arguments, in a command and in a gate, three at a time.
      String gate = words.get((i + 7) % words.size());
      boolean command = i % 2 == 0;
      String migration = (command ? "command" : "args") + ":\n          " + indented(word);
      places.put(
          "arguments " + word + " and a gate " + gate,
          new Place(command ? COMMAND + ARGUMENTS : ARGUMENTS, migration, "")
              .and(GATE, "command:\n          " + indented(gate)));
    }
  }

  private static String indented(String lines) {
    return lines.replace("\n", "\n          ");
  }

  private static void environment(Map<String, Place> places) {
    String variable = "- name: PGPASSWORD\n              value: c4nary-literal\n";
    String all =
        String.join(
            "            ",
            "- value: c4nary\n              name: PGPASSWORD\n",
            "- name: PGPASSWORD # c4nary was it\n              value: |-\n                c4nary\n"
                .replace("c4nary was", "this was"),
            "- name: PGPASSWORD\n              value: >-\n                c4nary\n                c4nary\n",
            "- name: PGPASSWORD\n              value: \"c4n\\x61ry c4nary\"\n",
            "- name: PGPASSWORD\n              value: &password c4nary\n            - {name: API_TOKEN, value: *password}\n",
            "- name: SECRET_KEY_BASE\n              value: c4nary\n",
            "- name: DATABASE_URL_2\n              value: shop:c4nary@tcp(db:3306)/shop\n",
            "- name: ConnectionStrings__Shop\n              value: Server=db-one;Database=shop;Password=c4nary;\n",
            "- name: MYSQL_DSN\n              value: shop:c4/c4nary@tcp(db:3306)/shop\n",
            "- name: MONGODB_URI\n              value: mongodb+srv://shop:c4nary@db-one/shop\n",
            "- name: PGPASSWORD\n              value: ${NO_SUCH_PASSWORD:=c4nary}\n",
            "- name: SERVICE_ACCOUNT\n              value: '{\"private_key\": \"-----BEGIN PRIVATE KEY-----\\nc4nary\\n-----END PRIVATE KEY-----\\n\"}'\n");
    places.put("variables", new Place(variable, all, ""));
    places.put(
        "an image with a user",
        new Place("registry.example.com/shop:v2", "bot:c4nary@registry.example.com/shop:v2", ""));
    places.put("an image with a query", new Place("shop:v2", "shop:v2?token=c4nary", ""));
    places.put(
        "a host with a user", new Place("value: db-other", "value: shop:c4nary@db-other", ""));
    places.put(
        "a comment",
        new Place(JOB_SPEC, "  # password: c4nary\n" + JOB_SPEC + "      # token=c4nary\n", ""));
    places.put(
        "an annotation",
        new Place(
            JOB_SPEC,
            JOB_SPEC.replace(
                "  template:\n",
                "  template:\n    metadata: {annotations: {x: 'PGPASSWORD=c4nary'}}\n"),
            ""));
  }

  private static void documents(Map<String, Place> places) {
    String none = "kind: Deployment";
    String more =
        String.join(
            "---\n",
            "apiVersion: v1\nkind: Secret\nmetadata:\n  name: more-1\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      {\"kind\":\"Secret\",\"stringData\":{\"x\":\"c4nary\"}}\n",
            "apiVersion: v1\nkind: Secret\nmetadata: {name: more-2}\ndata:\n  x: |\n    YzRu\n    YXJ5\n  y: \" YzRuYXJ5 \"\n",
            "apiVersion: v1\nkind: Secret\nmetadata: {name: more-3}\nstringData:\n  x: \"c4n\\x61ry c4nary\\\n    c4nary\"\n  y: c4nary\n    c4nary\n",
            "apiVersion: v1\nkind: Secret\nmetadata: {name: more-4}\nstringData:\n  x: &x c4nary\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: more-5, annotations: {password: c4nary}}\ndata:\n  application.yaml: |\n    datasource: {password: c4nary}\n    url: postgres://shop:c4nary@db/shop\n  x.properties: |\n    db.password = c4nary\n    db.url = jdbc:mysql://db/shop?password=c4nary\n",
            "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: more-6}\nspec:\n  encryptedData: {password: c4nary}\n",
            "apiVersion: v1\nkind: Secret\nmetadata: {name: more-7}\nstringData: {password: 'ENC[AES256_GCM,data:c4nary,type:str]'}\nsops: {mac: 'ENC[c4nary]', version: 3.9.0}\n",
            "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: more-8}\nspec:\n  values: {auth: {password: c4nary, existingSecret: more}}\n",
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: more-10}\ndata:\n  .pgpass: |\n    *:*:*:*:c4nary\n  my.cnf: |\n    [client]\n    password=c4nary\n  init.sql: |\n    CREATE USER shop WITH PASSWORD 'c4nary';\n  persistence.xml: |\n    <property name=\"javax.persistence.jdbc.password\" value=\"c4nary\"/>\n    <password>c4nary</password>\n  x.json: '{\"ConnectionStrings\": {\"Shop\": \"Server=db;Pwd=c4nary;\"}, \"Redis\": {\"Password\": \"c4nary\"}}'\n  redis.conf: |\n    requirepass c4nary\n  values.yaml: |\n    password: {{ .Values.password | default \"c4nary\" }}\n  DATABASE_URL: >-\n    postgres://shop:c4nary@db\n    /shop\n",
            "apiVersion: v1\nkind: List\nmetadata: {annotations: {password: c4nary}}\nitems:\n- apiVersion: v1\n  kind: Secret\n  metadata:\n    name: more-11\n    annotations: {kubectl.kubernetes.io/last-applied-configuration: '{\"stringData\":{\"x\":\"c4nary\"}}'}\n  stringData: {x: c4nary}\n",
            "apiVersion: v1\nkind: SecretList\nitems:\n- metadata: {name: more-12}\n  stringData: {x: c4nary}\n",
            "apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: more-13}\nspec:\n  target:\n    template:\n      data: {url: 'postgres://shop:c4nary@db/shop', password: c4nary}\n",
            "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: more-14}\nspec:\n  template:\n    data: {password: c4nary, application.yaml: 'password: c4nary'}\n",
            "apiVersion: v1\nkind: Secret\nmetadata: {name: more-9}\ntype: kubernetes.io/dockerconfigjson\nstringData:\n  .dockerconfigjson: '{\"auths\":{\"x\":{\"auth\":\"c4nary\"}}}'\n");
    places.put("documents", new Place(none, none, more + "---\n"));
    places.put(
        "a gate that names a value in base64",
        new Place(
            "job/shop-migration-v0",
            "job/shop-" + Canary.base64("c4nary-variable").replace("=", ""),
            ""));
    places.put(
        "a tag in base64", new Place("shop:v2", "shop:" + Canary.base64("c4nary-variable"), ""));
  }

  /** The same documents as JSON, a line each. */
  private static String inLines(String manifests) {
    List<String> lines = new ArrayList<>();
    try (MappingIterator<JsonNode> documents =
        new YAMLMapper().readerFor(JsonNode.class).readValues(manifests)) {
      while (documents.hasNext()) {
        lines.add(new JsonMapper().writeValueAsString(documents.next()));
      }
    }
    return String.join("\n---\n", lines) + "\n";
  }
}
