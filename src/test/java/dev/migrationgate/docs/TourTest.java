package dev.migrationgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tour is a terminal's transcript with prose around it: what stands behind {@code $} in its
 * blocks is run in an empty folder, one command after the other, by a shell that knows this
 * program, and what stands below is what it printed. {@code mvn test -Dmigrationgate.approve=true}
 * writes the page anew.
 */
class TourTest {
  private static final Path PAGE = Path.of("docs/tour.md");
  private static final String BLOCK = "```console\n";
  private static final String PROMPT = "$ ";

  @TempDir private Path folder;
  private int exitCode;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void theTourIsWhatAPersonSees() throws IOException, InterruptedException {
    String page = Files.readString(PAGE);
    installProgram();
    String walked = walk(page);
    if (Boolean.getBoolean("migrationgate.approve")) {
      Files.writeString(PAGE, walked);
    } else {
      assertThat(page)
          .as(
              "docs/tour.md against what comes out now; -Dmigrationgate.approve=true writes it anew")
          .isEqualTo(walked);
    }
  }

  /** The page with each block's output as it is now. */
  private String walk(String page) throws IOException, InterruptedException {
    StringBuilder walked = new StringBuilder();
    boolean inBlock = false;
    for (String line : page.split("(?<=\n)")) {
      boolean opens = line.equals(BLOCK);
      boolean closes = inBlock && line.equals("```\n");
      if (inBlock && line.startsWith(PROMPT)) {
        walked.append(line).append(run(line.substring(PROMPT.length())));
      } else if (!inBlock || closes) {
        walked.append(line);
      }
      inBlock = opens || inBlock && !closes;
    }
    return walked.toString();
  }

  /** What a terminal shows of the command. */
  private String run(String command) throws IOException, InterruptedException {
    ProcessBuilder shell =
        // $? is that of the command before.
        new ProcessBuilder("sh", "-c", "(exit " + exitCode + ")\n" + command)
            .directory(folder.resolve("work").toFile())
            .redirectErrorStream(true);
    shell.environment().merge("PATH", "", (path, none) -> folder.resolve("bin") + ":" + path);
    shell.environment().put("LC_ALL", "C.UTF-8");
    shell.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    Process process = shell.start();
    process.getOutputStream().close();
    String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    exitCode = process.waitFor();
    return shown.isEmpty() || shown.endsWith("\n") ? shown : shown + "\n";
  }

  private void installProgram() throws IOException {
    Files.createDirectory(folder.resolve("work"));
    Path program = Files.createDirectory(folder.resolve("bin")).resolve("migration-gate");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Files.writeString(
        program,
        "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' dev.migrationgate.Main \"$@\"\n"
            .formatted(java, System.getProperty("java.class.path")));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
