package dev.migrationgate.pattern.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.yaml.SourceText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the name of a Job tells. */
class JobNameTest {

  @ParameterizedTest
  @CsvSource({
    "m-v1.2.1, m-v1.2.10",
    "m-v1.3.0, m-v1.3.0-rc.1",
    "m-1.3.0, m-1.3.0-rc.1",
    "m-1.0, m-1.00",
    "m-v999, m-v9990",
    "m-7, m-70",
  })
  void anotherReleaseMayHaveALongerOne(String name, String longer) {
    assertThat(JobName.longer(name)).contains(longer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"m", "m-v1.2.", "m-v2024", "m-1.2.1234", "m-v1.2-rc", "m-", "m-1:2", "m-1/2"})
  void orNoOtherDoes(String name) {
    assertThat(JobName.longer(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "shop-migrate-v4, '', true, v4",
    "shop-migrate, shop:abc, false, ''",
    "shop-migrate-blue, shop:blue, true, ''",
    "shop-migrate-latest, shop:latest, false, ''",
    "v4, '', true, ''",
    "shop-__TAG__, '', true, ''",
  })
  void aVersionIsPartOfIt(String name, String image, boolean versioned, String version) {
    MigrationJob job = job(name, image, "[migrate]");
    assertThat(job.hasVersionedName()).isEqualTo(versioned);
    assertThat(job.versionInName()).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shop-seed     | [migrate]            | seed
          shop-once     | [migrate]            | once
          shop-migrate  | [manage, loaddata]   | loaddata
          shop-migrate  | [rake, 'db:Seed']    | db:Seed
          """)
  void workThatIsDoneOnceIsTold(String name, String command, String word) {
    assertThat(OneTimeWork.in(job(name, "shop", command))).contains(word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shop-migrate  | [migrate, up]
          seeds-migrate | [rake, 'db:migrate']
          """)
  void workOfEveryReleaseIsNot(String name, String command) {
    assertThat(OneTimeWork.in(job(name, "shop", command))).isEmpty();
  }

  private static MigrationJob job(String name, String image, String command) {
    String text =
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: %s}
        spec: {template: {spec: {containers: [{name: m, image: '%s', command: %s}]}}}
        """
            .formatted(name, image, command);
    Resource resource = ManifestReader.read(new SourceText("test.yaml", text)).resources().get(0);
    return new MigrationJob(resource, PodTemplate.of(resource).orElseThrow(), "", List.of());
  }
}
