package dev.migrationgate.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each golden case once more, over its own output: nothing is left to be done. */
class TwiceTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.migrationgate.golden.GoldenTest#cases")
  void changesNothing(Path name) throws IOException {
    Path folder = Cases.TESTDATA.resolve(name);
    // Only an escape is promised to be lost on the second run.
    if (Files.exists(folder.resolve("holds-escapes"))) {
      return;
    }
    Run once = GoldenTest.run(folder, Files.readAllBytes(folder.resolve("input.yaml")));
    if (once.output().length > 0) {
      assertThat(GoldenTest.run(folder, once.output()).manifests()).isEqualTo(once.manifests());
    }
  }
}
