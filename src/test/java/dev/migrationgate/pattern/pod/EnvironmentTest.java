package dev.migrationgate.pattern.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.database.DatabaseAddress;
import dev.migrationgate.yaml.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a container gets to see, and where from, as far as the manifests tell. */
class EnvironmentTest {
  private static final String HOLDERS =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings}
      data: {DB_HOST: db.data, DB_NAME: shop}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: plain}
      stringData: {DB_PASSWORD: from-string-data}
      data: {DB_PASSWORD: ZnJvbS1kYXRh, DB_USER: c2hvcA==}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: dev-renamed, annotations: {internal.config.kubernetes.io/previousNames: renamed}}
      data: {DB_PORT: "5432"}
      """;

  @Test
  void aWholeConfigMapGivesItsKeys() {
    Environment environment = read("envFrom: [{configMapRef: {name: settings}}]");
    assertThat(environment.value("DB_HOST")).contains("db.data");
    assertThat(environment.variables().get("DB_HOST"))
        .isEqualTo(new ValueSource.Key("ConfigMap", "settings", "DB_HOST"));
    assertThat(environment.opaque()).isEmpty();
  }

  /** Each variable twice the one before: after forty of them no memory would hold the value. */
  @Test
  void aValueThatDoublesWithEachVariableEnds() {
    StringBuilder env = new StringBuilder("env: [{name: A0, value: laugh}");
    for (int i = 1; i <= 40; i++) {
      String value = "$(A%d)$(A%d)".formatted(i - 1, i - 1);
      env.append(", {name: A%d, value: %s}".formatted(i, value));
    }
    Environment environment = read(env + "]");
    assertThat(environment.value("A3")).contains("laugh".repeat(8));
    assertThat(environment.value("A40")).isEmpty();
    assertThat(environment.text("A40").orElseThrow()).hasSizeLessThan(Expansion.LONGEST);
    assertThat(environment.variables().get("A40").text())
        .isEqualTo("a value put together from a literal value");
  }

  @Test
  void aPrefixStandsBeforeEachKey() {
    Environment environment = read("envFrom: [{prefix: APP_, configMapRef: {name: settings}}]");
    assertThat(environment.variables()).containsOnlyKeys("APP_DB_HOST", "APP_DB_NAME");
    assertThat(environment.value("APP_DB_HOST")).contains("db.data");
  }

  @Test
  void aSecretIsDecodedAndStringDataWins() {
    Environment environment = read("envFrom: [{secretRef: {name: plain}}]");
    assertThat(environment.value("DB_USER")).contains("shop");
    assertThat(environment.value("DB_PASSWORD")).contains("from-string-data");
  }

  @Test
  void namesBeforeKustomizesPrefixesCount() {
    assertThat(read("envFrom: [{configMapRef: {name: renamed}}]").value("DB_PORT"))
        .contains("5432");
  }

  @Test
  void whatTheInputDoesNotHoldIsOpaque() {
    Environment environment =
        read("envFrom: [{secretRef: {name: a}}, {configMapRef: {name: b, optional: true}}]");
    assertThat(environment.opaque())
        .containsExactly(
            new WholeSource("Secret", "a", "", false), new WholeSource("ConfigMap", "b", "", true));
    assertThat(environment.isEmpty()).isFalse();
  }

  @Test
  void envWinsOverEnvFromAndLaterOverEarlier() {
    Environment environment =
        read(
            "envFrom: [{configMapRef: {name: settings}}]",
            "env: [{name: DB_HOST, value: one}, {name: DB_HOST, value: two}]");
    assertThat(environment.value("DB_HOST")).contains("two");
  }

  @Test
  void aKeyOfAnAbsentSecretIsKnownByItsPlaceAlone() {
    Environment environment =
        read(
            "env: [{name: URL, valueFrom: {secretKeyRef: {name: absent, key: url, optional: true}}}]");
    assertThat(environment.variables().get("URL"))
        .isEqualTo(new ValueSource.Key("Secret", "absent", "url"));
    assertThat(environment.value("URL")).isEmpty();
  }

  @Test
  void aFieldOfThePodHasNoValue() {
    Environment environment =
        read("env: [{name: IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]");
    assertThat(environment.variables().get("IP")).isEqualTo(new ValueSource.Field("status.podIP"));
    assertThat(environment.value("IP")).isEmpty();
  }

  @Test
  void composedValuesAreExpandedAsTheKubeletDoes() {
    Environment environment =
        read(
            "envFrom: [{configMapRef: {name: settings}}]",
            "env: [{name: U, value: x}, {name: URL, value: 'pg://$(U)@$(DB_HOST)/$(DB_NAME)'},"
                + " {name: ESCAPED, value: 'a$$(U)'}, {name: LATER, value: $(NEXT)}, {name: NEXT, value: n}]");
    assertThat(environment.value("URL")).contains("pg://x@db.data/shop");
    assertThat(environment.value("ESCAPED")).contains("a$(U)");
    assertThat(environment.value("LATER")).isEmpty();
    assertThat(environment.text("LATER")).contains("$(NEXT)");
  }

  @Test
  void composedValuesAgreeWhereTheirPartsDo() {
    String url = "{name: URL, value: 'pg://u:$(PW)@db/shop'}]";
    Environment one = read("env: [" + secret("PW", "a") + url);
    assertThat(one.agrees(read("env: [" + secret("PW", "a") + url), "URL")).isTrue();
    assertThat(one.agrees(read("env: [" + secret("PW", "b") + url), "URL")).isFalse();
    assertThat(one.value("URL")).isEmpty();
    assertThat(one.text("URL")).contains("pg://u:$(PW)@db/shop");
  }

  @Test
  void aLiteralAgreesWithTheConfigMapThatSaysTheSame() {
    Environment literal = read("env: [{name: DB_HOST, value: db.data}]");
    assertThat(literal.agrees(read("envFrom: [{configMapRef: {name: settings}}]"), "DB_HOST"))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "DB_HOST, db, db2, true",
    "DB_HOST, db, db.data, false",
    "DB_HOST, db.data, db.data.svc.cluster.local, false",
    "PGPORT, 5432, 6543, true",
    "DB_NAME, shop, Shop, true",
    "DB_HOST, $(HOST), db, false",
    "DATABASE_URL, postgres://a:b@db/shop, postgres://c:d@db:5432/shop?ssl=true, false",
    "DATABASE_URL, postgres://a:b@db/shop, postgres://a:b@db/other, true",
    "DATABASE_URL, postgres://a:b@db/shop, postgres://a:b@elsewhere/shop, true",
    "DATABASE_URL, postgres://a:b@db-pooler:6432/shop, postgres://a:b@db/shop, false",
    "DATABASE_URL, postgres://$(U):$(P)@db/shop, postgres://c:d@db2/shop, true",
    "DATABASE_URL, postgres://$(U):$(P)@$(H)/shop, postgres://c:d@db2/shop, false",
  })
  void addressesDifferOnlyWhereThatIsCertain(
      String name, String one, String other, boolean expected) {
    assertThat(DatabaseAddress.differ(name, one, other)).isEqualTo(expected);
    assertThat(DatabaseAddress.differ(name, other, one)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "DATABASE_URL, true",
    "DB_HOST, true",
    "PGHOST, true",
    "POSTGRES_DB, true",
    "GOOSE_DBSTRING, true",
    "SPRING_DATASOURCE_URL, true",
    "YSCR_db_name, true",
    "DSN, true",
    "SENTRY_DSN, false",
    "REDIS_DB, false",
    "CELERY_DB_URL, false",
    "DB_PASSWORD, false",
    "APP_URL, false",
    "LOG_DATABASE, true"
  })
  void aSettingIsToldByItsName(String name, boolean expected) {
    assertThat(DatabaseAddress.isSetting(name)).isEqualTo(expected);
  }

  private static String secret(String name, String holder) {
    return "{name: " + name + ", valueFrom: {secretKeyRef: {name: " + holder + ", key: k}}}, ";
  }

  private static Environment read(String... fields) {
    String pod =
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: migrate}
        spec:
          template:
            spec:
              containers:
                - name: migrate
                  image: shop
        """;
    for (String field : fields) {
      pod += "          " + field + "\n";
    }
    List<Resource> resources =
        ManifestReader.read(new SourceText("test.yaml", pod + "---\n" + HOLDERS)).resources();
    PodTemplate template = PodTemplate.of(resources.get(0)).orElseThrow();
    return Environment.of(template.containers().get(0), resources.get(0), new Resources(resources));
  }
}
