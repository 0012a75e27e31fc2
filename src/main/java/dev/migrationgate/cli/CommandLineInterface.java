package dev.migrationgate.cli;

import dev.migrationgate.config.InvalidConfig;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.report.Credentials;
import dev.migrationgate.run.Function;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.OneLine;
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
  private final FittedOutput complaints;
  private final Screen screen;

  @Spec private CommandSpec spec;
  private Exception failure;

  public CommandLineInterface(InputStream in, OutputStream out, OutputStream err) {
    this(in, out, err, Screen.own());
  }

  CommandLineInterface(InputStream in, OutputStream out, OutputStream err, Screen screen) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.told = new StandardOutput(out);
    this.screen = screen;
    this.complaints = new FittedOutput(err, line -> screen.fitted(line, spec));
  }

  /**
   * Runs a command.
   *
   * @return the exit code
   * @throws IOException when nothing can be written to stderr
   */
  public int run(String[] args) throws IOException {
    PrintWriter outWriter = writer(told);
    PrintWriter errWriter = writer(complaints);
    CommandLine commands =
        commands()
            .setOut(outWriter)
            .setErr(errWriter)
            .setParameterExceptionHandler(CommandLineInterface::usage)
            .setExecutionExceptionHandler(this::keep);
    int exitCode = commands.execute(args);
    outWriter.flush();
    errWriter.flush();
    complaints.finish();
    if (failure instanceof InvalidYaml
        || failure instanceof InvalidInput
        || failure instanceof InvalidConfig
        || failure instanceof IOException) {
      return refuse(failure);
    }
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    return told.failure().isPresent() ? refuse(told.failure().get()) : exitCode;
  }

  private int refuse(Exception reason) throws IOException {
    String line = OneLine.of(Credentials.masked(String.valueOf(reason.getMessage())));
    complaints.write(("migration-gate: " + line + "\n").getBytes(StandardCharsets.UTF_8));
    return Function.UNUSABLE;
  }

  /** What the output is read on. */
  Screen screen() {
    return screen;
  }

  /** The program with its commands, of which none has run. */
  public CommandLine commands() {
    CommandLine program =
        new CommandLine(this)
            .addSubcommand(
                new CheckCommand(in, told, complaints, new Progress(err, System::nanoTime)))
            .addSubcommand(new RenderCommand(in, out, complaints))
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
    return screen.columns().isPresent()
        ? program.setUsageHelpWidth(screen.columns().getAsInt())
        : program.setUsageHelpAutoWidth(true);
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
