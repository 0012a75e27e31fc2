package dev.migrationgate.cli;

import dev.migrationgate.check.Mender;
import dev.migrationgate.check.ProjectFile;
import dev.migrationgate.check.ShownText;
import dev.migrationgate.config.Nearest;
import dev.migrationgate.files.FileChange;
import dev.migrationgate.files.UnitReader;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.rules.FixSettings;
import dev.migrationgate.rules.Rules;
import dev.migrationgate.run.Repair;
import dev.migrationgate.terminal.UnifiedDiff;
import dev.migrationgate.yaml.OneLine;
import dev.migrationgate.yaml.SourceText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Mends manifests in the files that they stand in. */
@Command(
    name = "fix",
    description = {
      "Mends what the rules find, in the files themselves.",
      "Nothing else in them is touched: placeholders stay, comments and line ends too. Says what it"
          + " mended, and what it did not and why. Each file is replaced whole or not at all.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  migration-gate fix k8s/",
      "  migration-gate fix --wire --diff k8s/",
      "  migration-gate fix --rule job-force-annotation",
      "Exit codes: 0 no error is left, 1 errors are left, 2 wrong usage or input."
    },
    mixinStandardHelpOptions = true)
final class FixCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "File or folder; the working directory where none is given.")
  private List<String> paths = List.of(".");

  @Option(
      names = "--diff",
      description = "Show what would change as a unified diff, and change nothing.")
  private boolean diff;

  @Option(
      names = "--wire",
      description = {
        "Mend all that can be, behind guards: gate, permissions, versioned name, order. Without it"
            + " only what cannot change what runs or who may do what."
      })
  private boolean wire;

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      completionCandidates = RuleIds.class,
      description = "Mend what this rule finds, and nothing else; repeatable.")
  private List<String> rules = List.of();

  @Mixin private ConfigOption config;

  @Override
  public Integer call() throws IOException {
    FixSettings asked = asked();
    if (paths.contains(ProjectFile.STDIN)) {
      throw new InvalidInput(
          "fix changes files, and stdin is none; let the function mend a stream");
    }
    Mender mender = new Mender(config.read(), asked);
    ProjectFile.group(paths)
        .forEach((project, files) ->
            mender.mend(
                new UnitReader(project.selection(), read -> {}).read(files),
                project.config().config()));
    mender.notes().forEach(spec.commandLine().getErr()::println);
    if (mender.repairs().isEmpty()) {
      throw new InvalidInput(String.join(", ", paths) + ": no manifests there");
    }
    FixReport told = new FixReport(mender.repairs(), asked);
    if (diff) {
      spec.commandLine().getOut().print(diff(mender));
    } else {
      FileChange.apply(changes(mender));
    }
    PrintWriter report = diff ? spec.commandLine().getErr() : spec.commandLine().getOut();
    report.print(Screen.of(spec).fitted(told.text(mender.changed().size(), diff), spec));
    return told.exitCode();
  }

  private FixSettings asked() {
    List<String> known = Rules.fixable();
    for (String rule : rules) {
      if (!known.contains(rule)) {
        throw new ParameterException(
            spec.commandLine(),
            Rules.named(rule).isPresent()
                ? "the rule " + rule + " has no fix"
                : "no rule \""
                    + rule
                    + "\""
                    + Nearest.to(rule, known).map(id -> "; did you mean " + id + "?").orElse(""));
      }
    }
    return new FixSettings(rules.isEmpty() && !wire, wire, Set.copyOf(rules));
  }

  private static List<FileChange> changes(Mender mender) {
    List<FileChange> changes = new ArrayList<>();
    mender
        .changed()
        .forEach((before, after) ->
            changes.add(new FileChange(Path.of(before.name()), bytes(before), bytes(after))));
    return changes;
  }

  /** Reading took nothing but UTF-8, so these are the very bytes that were read. */
  private static byte[] bytes(SourceText source) {
    return source.text().getBytes(StandardCharsets.UTF_8);
  }

  private String diff(Mender mender) {
    UnifiedDiff writer = new UnifiedDiff(Screen.of(spec).terminal(spec));
    StringBuilder diff = new StringBuilder();
    mender
        .changed()
        .forEach((before, after) ->
            diff.append(
                writer.of(
                    OneLine.of(before.name().replace('\\', '/')),
                    side(mender, before),
                    side(mender, after))));
    return diff.toString();
  }

  private static UnifiedDiff.Side side(Mender mender, SourceText source) {
    return new UnifiedDiff.Side(
        source.text(), ShownText.of(source).byLine(line -> redacted(mender, line)));
  }

  private static String redacted(Mender mender, String line) {
    String redacted = line;
    for (Repair repair : mender.repairs()) {
      redacted = repair.redactor().redact(redacted);
    }
    return redacted;
  }
}
