package dev.migrationgate.golden;

import dev.migrationgate.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One run of the program in this process, bytes in and bytes out. */
public record Run(int exitCode, byte[] output, String report) {

  /** The function over stdin, with a functionConfig file where there is one. */
  public static Run function(byte[] input, Optional<Path> config) {
    List<String> args = config.isPresent() ? List.of(config.get().toString()) : List.of();
    return of(input, args.toArray(new String[0]));
  }

  /** The function over a text, without configuration. */
  public static Run function(String input) {
    return of(input.getBytes(StandardCharsets.UTF_8));
  }

  /** The program with these arguments. */
  public static Run of(byte[] input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Main.run(args, new ByteArrayInputStream(input), out, err, false);
    return new Run(exitCode, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }

  /** The manifests of the output: results tell what this very run did, and no other. */
  public String manifests() {
    int results = text().indexOf("\nresults:");
    return results < 0 ? text() : text().substring(0, results);
  }

  /** The output as text. */
  public String text() {
    return new String(output, StandardCharsets.UTF_8);
  }
}
