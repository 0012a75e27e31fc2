package dev.migrationgate.golden;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder of {@code testdata} that holds an {@code input.yaml} is a case: the function runs
 * over it, with {@code config.yaml} where there is one, and its output and findings are what was
 * approved, byte for byte. {@code mvn test -Dmigrationgate.approve=true} approves what comes out
 * now.
 */
class GoldenTest {
  static Stream<Path> cases() throws IOException {
    return Cases.with("input.yaml");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void comesOutAsApproved(Path name) throws IOException {
    Path folder = Cases.TESTDATA.resolve(name);
    Run run = run(folder, Files.readAllBytes(folder.resolve("input.yaml")));
    Approved.compare(folder.resolve("output.approved.yaml"), run.output());
    String findings = run.report() + "exit " + run.exitCode() + "\n";
    Approved.compare(
        folder.resolve("findings.approved.txt"), findings.getBytes(StandardCharsets.UTF_8));
  }

  static Run run(Path folder, byte[] input) {
    Path config = folder.resolve("config.yaml");
    return Run.function(input, Files.exists(config) ? Optional.of(config) : Optional.empty());
  }
}
