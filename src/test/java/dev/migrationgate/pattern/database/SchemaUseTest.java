package dev.migrationgate.pattern.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Containers;
import dev.migrationgate.pattern.Given;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which init containers work on the new schema although it may not be there yet. */
class SchemaUseTest {
  private static final String GATE =
      "{name: gate, image: kubectl, command: [kubectl, wait, job/x, --for=condition=complete]}";
  private static final String SETTINGS = "env: [{name: A}, {name: DATABASE_URL, value: x}]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          image: x, command: [rails, 'db:seed']                               | certain
          image: x, command: [sh, -c, 'echo start; ./Load-Fixtures.sh']       | certain
          image: x, command: [bin/createsuperuser]                            | certain
          image: 'shop:2', command: [shop, warm-up], SETTINGS                 | likely
          image: docker.io/shop, command: [shop, warm-up], SETTINGS           | likely
          image: shop, command: [sh, -c, 'cp a b; shop warm-up'], SETTINGS    | likely
          image: shop, command: [shop, warm-up], envFrom: [{configMapRef: {name: c}}, {secretRef: {name: s}}] | likely
          """)
  void doesSoBeforeTheGate(String container, String certain) {
    assertThat(uses("{name: c, " + settings(container) + "}, " + GATE))
        .containsExactly("c " + certain);
    assertThat(uses(GATE + ", {name: c, " + settings(container) + "}")).isEmpty();
    assertThat(uses("{name: c, " + settings(container) + "}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: c, image: other, command: [shop, warm-up], SETTINGS",
        "name: c, image: shop, command: [shop, warm-up], env: [{name: PORT, value: x}]",
        "name: c, image: shop, command: [shop, warm-up], envFrom: [{configMapRef: {name: c}}]",
        "name: wait-for-db, image: shop, command: [shop, warm-up], SETTINGS",
        "name: c, image: shop, command: [cp, -r, /app, /shared], SETTINGS",
        "name: c, image: shop, command: [sh, -c, 'mkdir a; chown b a'], SETTINGS",
        "name: c, image: shop, command: [manage.py, collectstatic], SETTINGS",
        "name: c, image: shop, SETTINGS",
        "name: c, image: shop, command: [rails, 'db:migrate', 'db:seed'], SETTINGS",
      })
  void doesNot(String container) {
    assertThat(uses("{" + settings(container) + "}, " + GATE)).isEmpty();
  }

  @Test
  void severalMayDoSo() {
    assertThat(
            uses(
                "{name: a, image: x, command: [seed]}, {name: b, image: x, command: [ls]}, {name: c,"
                    + " image: x, command: [reindex]}, "
                    + GATE))
        .containsExactly("a certain", "c certain");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {image: x}                                       | true
          {image: x, command: [shop, warm-up]}             | true
          {image: x, command: [sh, -c, 'cp a b; shop']}    | true
          {image: x, command: [cp, a, b]}                  | false
          {image: x, command: [shop, wait]}                | false
          {image: x, command: [sh, -c, 'cp a b; rm c']}    | false
          """)
  void whoeverDoesNotMoveFilesOrWaitMayUseTheSchema(String container, boolean may) {
    assertThat(SchemaUse.mayBeBy(Containers.container(container))).isEqualTo(may);
  }

  private static String settings(String container) {
    return container.replace("SETTINGS", SETTINGS);
  }

  private static List<String> uses(String initContainers) {
    List<String> uses = new ArrayList<>();
    String pod =
        "{initContainers: ["
            + initContainers
            + "], containers: [{image: 'envoy'}, {image: 'shop:1'}]}";
    for (SchemaUse use : SchemaUse.beforeGate(Given.workload(pod))) {
      uses.add(use.container().name() + (use.certain() ? " certain" : " likely"));
    }
    return uses;
  }
}
