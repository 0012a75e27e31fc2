package dev.migrationgate.build;

import dev.migrationgate.krm.InvalidInput;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What builds kustomizations on this machine.
 *
 * @param command how it is called, as a person would type it
 * @param patience how long a build may take
 */
public record BuildTool(List<String> command, Duration patience) {
  /** Remote bases take their time; more than this nobody waits for. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  public BuildTool {
    command = List.copyOf(command);
  }

  /**
   * {@code kustomize}, else {@code kubectl}, whichever the search path has.
   *
   * @param searchPath the value of {@code PATH}
   * @throws InvalidInput when it has neither
   */
  public static BuildTool find(String searchPath) {
    return executable("kustomize", searchPath)
        .map(tool -> new BuildTool(List.of(tool, "build"), PATIENCE))
        .or(() ->
            executable("kubectl", searchPath)
                .map(tool -> new BuildTool(List.of(tool, "kustomize"), PATIENCE)))
        .orElseThrow(() ->
            new InvalidInput(
                "--build needs kustomize or kubectl, and the PATH has neither; install one, or"
                    + " check without --build"));
  }

  private static Optional<String> executable(String name, String searchPath) {
    for (String folder : searchPath.split(File.pathSeparator)) {
      for (String file : new String[] {name, name + ".exe"}) {
        if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, file))) {
          return Optional.of(Path.of(folder, file).toString());
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The whole command.
   *
   * @param folder the kustomization's
   * @param needs the options without which it does not build
   */
  List<String> commandFor(Path folder, List<String> needs) {
    List<String> all = new ArrayList<>(command);
    all.addAll(needs);
    all.add(folder.toString().isEmpty() ? "." : folder.toString());
    return all;
  }
}
