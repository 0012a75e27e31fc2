package dev.migrationgate.fuzz;

import dev.migrationgate.Main;
import dev.migrationgate.run.Function;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Any bytes as the function's input: never a defect, and refused with one line. */
public final class WholeRun {
  private WholeRun() {}

  /** Loads the program, which Jazzer would count as time of the first input. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("apiVersion: v1\nkind: Namespace\n".getBytes(StandardCharsets.UTF_8));
  }

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Main.run(new String[0], new ByteArrayInputStream(data), out, err, false);
    String report = err.toString(StandardCharsets.UTF_8);
    if (exitCode == Function.DEFECT) {
      throw new AssertionError(report);
    }
    if (exitCode == Function.UNUSABLE && (report.lines().count() != 1 || out.size() > 0)) {
      throw new AssertionError("refused with more than a line: " + report);
    }
  }
}
