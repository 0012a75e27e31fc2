package dev.migrationgate.build;

import dev.migrationgate.krm.InvalidInput;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One build of one kustomization.
 *
 * @param command what is run, the program first
 */
public record Build(List<String> command, BuildTool tool) {
  private static final int LONGEST_REASON = 400;

  /**
   * A build that is not yet run.
   *
   * @param folder the kustomization's
   * @param options those that it does not build without
   */
  public static Build of(BuildTool tool, Path folder, List<String> options) {
    return new Build(tool.commandFor(folder, options), tool);
  }

  public Build {
    command = List.copyOf(command);
  }

  /** The command as a person would type it. */
  public String shown() {
    List<String> words = new ArrayList<>(command);
    words.set(0, Path.of(words.get(0)).getFileName().toString());
    return String.join(" ", words);
  }

  /**
   * Runs it.
   *
   * @return what it prints
   * @throws InvalidInput in one line, when it fails or does not end
   */
  public String run() {
    try {
      Path out = Files.createTempFile("migration-gate-", ".yaml");
      Path err = Files.createTempFile("migration-gate-", ".txt");
      try {
        return run(out, err);
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new InvalidInput(shown() + ": cannot be run: " + oneLine(e.getMessage()));
    }
  }

  /** Files, not pipes: neither of the two can then wait for the other. */
  private String run(Path out, Path err) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectInput(nothing())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      if (!process.waitFor(tool.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new InvalidInput(
            shown() + ": did not end within " + tool.patience().toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InvalidInput(shown() + ": was interrupted");
    } finally {
      // git and helm are its children, and would live on.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      String reason = oneLine(Files.readString(err, StandardCharsets.UTF_8));
      throw new InvalidInput(
          shown()
              + ": "
              + (reason.isEmpty() ? "failed with exit code " + process.exitValue() : reason));
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  /** It must not ask for a password where nobody answers. */
  private static File nothing() throws IOException {
    File nothing = new File("/dev/null");
    return nothing.exists() ? nothing : new File("NUL");
  }

  private static String oneLine(String text) {
    String line =
        text.lines()
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    String shown = line.startsWith("Error: ") ? line.substring("Error: ".length()) : line;
    return shown.length() > LONGEST_REASON ? shown.substring(0, LONGEST_REASON) + "…" : shown;
  }
}
