package dev.migrationgate.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.yaml.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTextTest {
  private static String shown(String text) {
    return ShownText.of(new SourceText("x.yaml", text)).byLine(line -> line);
  }

  /** In each, hunter2 is what must not be shown; what reads "seen" must stay. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: Secret\ndata:\n  seen: hunter2\n",
        "kind: Secret\nstringData:\n  seen: |\n    hunter2 a\n    b hunter2\nseen: x\n",
        "kind: Secret\nstringData:\n  seen: \"hun\\x74er2hunter2\\\n    hunter2\"\n",
        "kind: Secret\nstringData:\n  seen: hunter2\n    hunter2\n",
        "kind: Secret\nstringData: {seen: 'hunter2', b: \"hunter2\"}\n",
        "kind: Secret\nstringData: {hunter2}\nseen: x\n",
        "kind: Secret\nstringData: [hunter2, {seen: hunter2}]\n",
        "{\"kind\":\"Secret\",\"data\":{\"seen\":\"hunter2\"}}",
        "kind: List\nitems:\n- kind: Secret\n  data: {seen: hunter2}\n",
        "kind: Secret\nstringData: {a: &a hunter2}\nseen: *a\n",
        "a: &a hunter2\nkind: Secret\nstringData: {seen: *a}\n",
        "a: &a {b: hunter2}\nkind: Secret\nstringData: {seen: *a}\n",
        "kind: Secret\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      {\"data\":{\"x\":\"hunter2\"}}\nseen: x\n",
        "env:\n- value: hunter2\n  name: DB_PASSWORD\nseen: x\n",
        "env:\n- name: DB_PASSWORD # seen\n  # seen\n  value: |-\n    hunter2\n",
        "env:\n- name: DB_PASSWORD\n  value: >-\n    hunter2\n    hunter2\nseen: x\n",
        "env: [{value: hunter2, name: DB_PASSWORD}, {name: seen, value: seen}]\n",
        "args:\n- --password\n# seen\n- hunter2\n- seen\n",
        "args:\n- --password\n- |-\n  hunter2\n- seen\n",
        "args: [--password,\n  # seen\n  hunter2, seen]\n",
        "command: [mysql]\nargs:\n- -p\n- hunter2\n- seen\n",
        "image: mysql:8\nargs:\n- -p\n- hunter2\n- seen\n",
        "command: [/usr/bin/mongosh, -p, hunter2, seen]\n",
        "args:\n- --password=hun\"hunter2;hunter2\n- seen\n",
        "args: ['--password=a;hunter2', seen]\n",
        "value: \"postgres://shop:hunter2\\u0040db\"\nseen: x\n",
        "value: \"postgres://shop:hun\\\n  hunter2@db\"\nseen: x\n",
        "value: \"seen\\npassword: hunter2 hunter2\\nseen: \\u00e9\\ntoken: hunter2\"\nseen: x\n",
        "{\"x\": \"seen: 1\\nkind: Secret\\nstringData: {a: hunter2}\\nb: seen\"}\n",
        "x: \"seen \\U0001F600 \\\"postgres://a:hunter2@db\\\" seen\"\n",
        "seen: >-\n  mysql --password\n  hunter2\n",
        "seen: >-\n  sh -c 'seen'\n  psql --password=hunter2\n  seen\n",
        "data:\n  application.yaml: |\n    spring:\n      datasource:\n        seen: x\n        password: hunter2\n",
        "data:\n  x.yaml: |\n    # seen\n\n    kind: Secret\n    stringData:\n      seen: hunter2\n      b: |\n        hunter2\n    seen: x\n",
        "data:\n  x.json: |\n    {\"seen\": [\n      {\"value\": \"hunter2\",\n       \"name\": \"DB_PASSWORD\"}]}\n",
        "data:\n  x.properties: |\n    seen=x\n    db.password = hunter2\n    db.password=hunter2\n",
        "data:\n  id_rsa: |\n    -----BEGIN OPENSSH PRIVATE KEY-----\n    hunter2\n    hunter2\n    -----END OPENSSH PRIVATE KEY-----\n  seen: x\n",
        "secretGenerator:\n- name: seen\n  literals:\n  - seen=hunter2\n  - 'seen=hunter2 b'\n  - seen=a=hunter2\n",
        "patches:\n- target: {kind: Secret}\n  patch: |-\n    - op: add\n      path: /data/x\n      value: hunter2\nseen: x\n",
        "patches:\n- patch: |-\n    - op: add\n      path: /stringData/seen\n      value: hunter2\n",
        "patches:\n- patch: |-\n    kind: Secret\n    stringData:\n      seen: hunter2\n",
        "patches:\n- patch: '{\"kind\": \"Secret\", \"stringData\": {\"password\": \"hunter2\"}}'\nseen: x\n",
        "patches:\r\n- patch: |-\r\n    kind: Secret\r\n    stringData:\r\n      seen: hunter2\r\nseen: x\r\n",
        "password: &x hunter2\n",
        "password: !x hunter2 hunter2\n",
        "? password\n: hunter2\nseen: x\n",
        "data:\n  .pgpass: hunter2\n  seen: x\n",
        "data:\n  .pgpass: |\n    *:*:*:*:hunter2\n    db:5432:*:a:hunter2\n  seen: x\n",
        "data:\n  seen.sql: |\n    CREATE USER seen WITH PASSWORD 'hunter2';\n    ALTER USER seen IDENTIFIED BY \"hunter2\";\n",
        "data:\n  seen.xml: |\n    <password>hunter2</password><a name='password' value='hunter2'/>\n",
        "command:\n- sh\n- -c\n- 'psql -c ''ALTER USER seen PASSWORD ''''hunter2'''''''\n",
        "command:\n- sqlplus\n- seen/hunter2@db\n- '@seen/seen.sql'\n",
        "command:\n- mysql\n- -phunter2\n- seen\n",
        "command:\n- curl\n- -u\n- seen:hunter2\n- --user=seen:hunter2\n- -useen:hunter2\n",
        "args: [--from-literal, seen=hunter2, --from-literal=seen=hunter2]\n",
        "args:\n- --from-literal\n- seen=hunter2\n",
      })
  void holdsNoSecret(String text) {
    String shown = shown(text);
    assertThat(shown).doesNotContain("hunter2").contains("***");
    assertThat(shown.split("\n", -1)).hasSameSizeAs(text.split("\n", -1));
    assertThat(shown.split("seen", -1)).as(shown).hasSameSizeAs(text.split("seen", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: ConfigMap\ndata:\n  IMAGE_TAG: v1\n  secret-name: x\n",
        "kind: Secret\nmetadata: {name: x}\ntype: Opaque\nstringData:\n",
        "env:\n- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      name: shop\n      key: password\n",
        "env:\n- name: DB_PASSWORD\n  value: ${DB_PASSWORD}\n- name: PGHOST\n  value: db\n",
        "args:\n- --password-file\n- /run/x\n- -p\n- \"5432\"\n",
        "args:\n- --password\n- --other\n- x\n",
        "volumes:\n- name: password\n  secret:\n    secretName: shop\n    items:\n    - key: token\n      path: token\n",
        "secretGenerator:\n- name: x\n  envs: [x.env]\n  files: [token=/run/token]\n",
        "image: registry.example.com/token:v1\n",
        "subjects:\n- kind: ServiceAccount\n  name: token\nresourceNames: [password]\n",
      })
  void showsEverythingElse(String text) {
    assertThat(shown(text)).isEqualTo(text);
  }

  @Test
  void masksTheValuesOfAFileOfOneLineAlone() {
    assertThat(
            shown(
                "{\"kind\":\"Pod\",\"env\":[{\"name\":\"PGPASSWORD\",\"value\":\"hunter2\"},"
                    + "{\"name\":\"PGHOST\",\"value\":\"db\"}],\"args\":[\"--token\",\"hunter2\",\"x\"]}"))
        .isEqualTo(
            "{\"kind\":\"Pod\",\"env\":[{\"name\":\"PGPASSWORD\",\"value\":\"***\"},"
                + "{\"name\":\"PGHOST\",\"value\":\"db\"}],\"args\":[\"--token\",\"***\",\"x\"]}");
  }
}
