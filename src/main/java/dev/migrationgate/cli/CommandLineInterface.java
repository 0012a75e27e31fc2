package dev.migrationgate.cli;

import dev.migrationgate.report.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands, their help and their exit codes. */
@Command(
    name = "migration-gate",
    description = {
      "Proves that no pod starts before its database migration is done.",
      "Without arguments it is a KRM function: a ResourceList or a YAML stream on stdin, the same on"
          + " stdout, findings on stderr. A file as the only argument is its functionConfig.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  migration-gate check k8s/",
      "  kustomize build k8s/ | migration-gate | kubectl apply -f -",
      "Exit codes: 0 clean, 1 errors found, 2 usage or input, 69 no library, 70 defect."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class CommandLineInterface implements Runnable {
  private final InputStream in;
  private final OutputStream out;
  private final OutputStream err;
  private final StandardOutput told;

  @Spec private CommandSpec spec;
  private Exception failure;

  public CommandLineInterface(InputStream in, OutputStream out, OutputStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.told = new StandardOutput(out);
  }

  /**
   * Runs a command.
   *
   * @return the exit code
   * @throws IOException when reading or writing fails; complaints about input come out unchanged
   *     too
   */
  public int run(String[] args) throws IOException {
    PrintWriter outWriter = writer(told);
    PrintWriter errWriter = writer(err);
    CommandLine commands =
        commands()
            .setOut(outWriter)
            .setErr(errWriter)
            .setParameterExceptionHandler(CommandLineInterface::usage)
            .setExecutionExceptionHandler(this::keep);
    int exitCode = commands.execute(args);
    outWriter.flush();
    errWriter.flush();
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure instanceof IOException io) {
      throw io;
    }
    if (told.failure().isPresent()) {
      throw told.failure().get();
    }
    return exitCode;
  }

  /** The program with its commands, of which none has run. */
  public CommandLine commands() {
    CommandLine program =
        new CommandLine(this)
            .addSubcommand(new CheckCommand(in, told, err))
            .addSubcommand(new RenderCommand(in, out, err))
            .addSubcommand(new FixCommand())
            .addSubcommand(new SetCommand())
            .addSubcommand(new GraphCommand(in, told))
            .addSubcommand(new ExplainCommand())
            .addSubcommand(new RulesCommand())
            .addSubcommand(new InitCommand(told))
            .addSubcommand(new CompletionCommand());
    // It is not inherited, and `check --version` would print nothing.
    for (CommandLine command : program.getSubcommands().values()) {
      command.getCommandSpec().versionProvider(new Version());
    }
    return program.setUsageHelpAutoWidth(true);
  }

  /** picocli would print a stack trace; whoever called us says it in one line. */
  private int keep(Exception exception, CommandLine line, CommandLine.ParseResult parsed) {
    failure = exception;
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }

  private static int usage(ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    command
        .getErr()
        .println(
            "migration-gate: "
                + Credentials.masked(exception.getMessage())
                + "; see "
                + command.getCommandSpec().qualifiedName()
                + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }
}
