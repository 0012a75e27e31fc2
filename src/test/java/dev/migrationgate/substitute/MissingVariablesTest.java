package dev.migrationgate.substitute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import org.junit.jupiter.api.Test;

class MissingVariablesTest {
  /** A line for each would take the square of the name's length. */
  @Test
  void aHundredOfOneNameAreTold() {
    StringBuilder name = new StringBuilder("shop");
    for (int i = 0; i < 3_000; i++) {
      name.append("-${V").append(i).append('}');
    }
    Run run =
        Run.function(
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: deployment-variables}\n"
                + "data: {IMAGE_TAG: v1}\n---\n"
                + "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: \""
                + name
                + "\"}\n");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.report().lines().filter(line -> line.contains(" undefined-variable ")))
        .hasSize(ScalarResolver.MOST_MISSING);
  }
}
