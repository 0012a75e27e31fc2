package dev.migrationgate.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes the program's words in a shell. */
@Command(
    name = "completion",
    description = {"Prints a script that completes words in a shell.", ""},
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(migration-gate completion bash)      # or in ~/.bashrc",
      "  source <(migration-gate completion zsh)       # or in ~/.zshrc, behind compinit",
      "  migration-gate completion fish | source       # or in ~/.config/fish/config.fish"
    },
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell;

  /** The shells, spelt as on the command line. */
  enum Shell {
    bash,
    zsh,
    fish
  }

  @Override
  public Integer call() {
    CommandLine program = spec.root().commandLine();
    String script =
        switch (shell) {
          // zsh runs the one for bash, which loads what it needs for that.
          case bash, zsh -> AutoComplete.bash(spec.root().name(), program);
          case fish -> FishCompletion.of(program);
        };
    spec.commandLine().getOut().print(script);
    return 0;
  }
}
