package dev.migrationgate.cli;

import dev.migrationgate.build.BuildTool;
import dev.migrationgate.check.Baseline;
import dev.migrationgate.check.Builds;
import dev.migrationgate.check.Checker;
import dev.migrationgate.check.ProjectFile;
import dev.migrationgate.check.Report;
import dev.migrationgate.check.ReportBuilder;
import dev.migrationgate.check.SafeFixes;
import dev.migrationgate.config.Config;
import dev.migrationgate.files.Found;
import dev.migrationgate.files.UnitReader;
import dev.migrationgate.formats.TextFormat;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.run.Function;
import dev.migrationgate.run.Input;
import dev.migrationgate.schema.TypedSchema;
import dev.migrationgate.yaml.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges files and folders, and changes nothing. */
@Command(
    name = "check",
    abbreviateSynopsis = true,
    description = {
      "Judges manifests and kustomize folders, and changes nothing.",
      "Each kustomization that no other refers to is one build; the rest go by folder.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  migration-gate check",
      "  migration-gate check --format sarif --output gate.sarif --format text k8s/",
      "  migration-gate check --build k8s/",
      "Exit codes: 0 clean, 1 findings as of --fail-on, 2 wrong usage or input."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final InputStream in;
  private final OutputStream out;
  private final OutputStream err;
  private final Progress progress;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "File or folder, - for stdin; default: this folder.")
  private List<String> paths = List.of();

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  private List<ReportOption> reports = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      converter = FailOn.Converter.class,
      description = "error (default), warning, info or never.")
  private FailOn failOn = FailOn.ERROR;

  @Mixin private ConfigOption config;

  @Option(names = "--build", description = "Judge what kustomize or kubectl makes of the files.")
  private boolean build;

  @Option(names = "--enable-exec", description = "With --build: run functions of form exec, too.")
  private boolean exec;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Findings known already: counted, and fail nothing.")
  private Path baseline;

  @Option(
      names = "--write-baseline",
      description =
          "Write what is found to the FILE of --baseline, or to .migration-gate-baseline.json, and"
              + " exit with 0.")
  private boolean writeBaseline;

  /**
   * @param progress tells how far reading is, on a terminal
   */
  CheckCommand(InputStream in, OutputStream out, OutputStream err, Progress progress) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.progress = progress;
  }

  @Override
  public Integer call() throws IOException {
    ReportWriter writer = ReportWriter.of(reports);
    Optional<Config> given = config.read();
    Checker checker =
        new Checker(
            new TypedSchema(),
            given,
            build
                ? Optional.of(new Builds(CheckCommand::tool, exec, this::say))
                : Optional.empty());
    Optional<SafeFixes> fixes =
        writer.carriesFixes() && !writeBaseline
            ? Optional.of(new SafeFixes(given))
            : Optional.empty();
    read(checker, fixes);
    Optional<Baseline> known =
        writeBaseline ? Optional.empty() : Optional.ofNullable(baseline).map(Baseline::read);
    Report all = ReportBuilder.of(checker, fixes);
    Report report = known.map(found -> found.newIn(all)).orElse(all);
    if (report.summary().builds() == 0 && report.summary().unreadable().isEmpty()) {
      checker.notes().forEach(this::say);
      throw new InvalidInput(String.join(", ", pathsOrHere()) + ": no manifests there");
    }
    tell(report);
    if (writeBaseline) {
      return write(report);
    }
    Screen screen = Screen.of(spec);
    writer.write(
        report, failOn.severity(), screen.terminal(spec), line -> screen.fitted(line, spec), out);
    if (!writer.showsText()) {
      say(TextFormat.closing(report));
    }
    if (!report.summary().unreadable().isEmpty()) {
      return Function.UNUSABLE;
    }
    return failOn.severity().filter(report::reaches).isPresent()
        ? Function.FINDINGS
        : Function.CLEAN;
  }

  private static BuildTool tool() {
    return BuildTool.find(Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  private int write(Report report) {
    if (!report.summary().unreadable().isEmpty()) {
      return Function.UNUSABLE;
    }
    Path file = baseline == null ? Baseline.FILE : baseline;
    Baseline.write(file, report);
    say(report.findings().size() + " findings are known now, in " + file);
    return Function.CLEAN;
  }

  private List<String> pathsOrHere() {
    return paths.isEmpty() ? List.of(".") : paths;
  }

  private void read(Checker checker, Optional<SafeFixes> fixes) throws IOException {
    if (paths.contains(ProjectFile.STDIN)) {
      checker.checkStream(
          Input.read(Checker.STDIN, in), ProjectFile.of(Path.of("")).config().config());
    }
    IntConsumer told = Screen.of(spec).isTerminal() ? progress : files -> {};
    ProjectFile.group(pathsOrHere())
        .forEach((project, files) -> {
          Found found = new UnitReader(project.selection(), told).read(files);
          checker.check(found, project.config().config());
          fixes.ifPresent(asked -> asked.add(found, project.config().config()));
        });
    progress.done();
  }

  /** What was not judged, and why: never in silence, whatever the format. */
  private void tell(Report report) {
    report.summary().notes().forEach(this::say);
    report
        .summary()
        .templates()
        .forEach(file -> say(file + ": a template, not judged; check what it renders to"));
    report.summary().unreadable().forEach(line -> say("migration-gate: " + line));
  }

  private void say(String line) {
    try {
      err.write((OneLine.of(line) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // Nobody is there to read it; the exit code still tells.
    }
  }
}
