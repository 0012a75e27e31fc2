package dev.migrationgate.golden;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder of {@code testdata} that holds a {@code package} is a case of check: what it tells
 * of the package is what was approved, byte for byte.
 */
class CheckCasesTest {
  static final String PACKAGE = "package";

  static Stream<Path> cases() throws IOException {
    return Cases.with(PACKAGE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void tellsWhatWasApproved(Path name) throws IOException {
    Path folder = Cases.TESTDATA.resolve(name);
    Run run = Run.of(new byte[0], "check", folder.resolve(PACKAGE).toString());
    String told = run.text() + "--- stderr\n" + run.report() + "--- exit " + run.exitCode() + "\n";
    Approved.compare(folder.resolve("report.approved.txt"), told.getBytes(StandardCharsets.UTF_8));
  }
}
