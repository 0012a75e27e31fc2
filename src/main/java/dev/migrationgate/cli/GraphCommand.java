package dev.migrationgate.cli;

import dev.migrationgate.check.Checker;
import dev.migrationgate.check.Judged;
import dev.migrationgate.check.ProjectFile;
import dev.migrationgate.files.UnitReader;
import dev.migrationgate.graph.DotFormat;
import dev.migrationgate.graph.GraphReader;
import dev.migrationgate.graph.MermaidFormat;
import dev.migrationgate.graph.RolloutGraph;
import dev.migrationgate.graph.SvgFormat;
import dev.migrationgate.graph.TextFormat;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.pattern.source.FieldSchema;
import dev.migrationgate.run.Analysis;
import dev.migrationgate.run.Function;
import dev.migrationgate.run.Input;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the rollout. */
@Command(
    name = "graph",
    description = {
      "Draws the rollout: what waits for what, and what is broken.",
      "A link that does not hold names the rule that says so.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  migration-gate graph k8s/",
      "  migration-gate graph --format svg k8s/ > rollout.svg",
      "  kustomize build k8s/ | migration-gate graph --format mermaid -"
    },
    mixinStandardHelpOptions = true)
final class GraphCommand implements Callable<Integer> {
  private final InputStream in;
  private final OutputStream out;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "File or folder, - for stdin; the working directory where none is given.")
  private List<String> paths = List.of();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, mermaid, dot or svg; default ${DEFAULT-VALUE}.")
  private Format format;

  @Mixin private ConfigOption config;

  /** What it may draw, spelt as on the command line. */
  enum Format {
    text,
    mermaid,
    dot,
    svg
  }

  GraphCommand(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Checker checker = new Checker(FieldSchema.NONE, config.read(), Optional.empty());
    read(checker);
    PrintWriter err = spec.commandLine().getErr();
    checker.notes().forEach(err::println);
    checker.templates().forEach(file -> err.println(file + ": a template, not drawn"));
    checker.unreadable().forEach(line -> err.println("migration-gate: " + line));
    if (checker.judged().isEmpty() && checker.unreadable().isEmpty()) {
      throw new InvalidInput(
          String.join(", ", paths.isEmpty() ? List.of(".") : paths) + ": no manifests there");
    }
    List<RolloutGraph> graphs = new ArrayList<>();
    for (Judged judged : checker.judged()) {
      Analysis analysis = judged.analysis();
      graphs.add(GraphReader.read(analysis.rollout(), analysis.judgement(), analysis.redactor()));
    }
    out.write(draw(RolloutGraph.together(graphs)).getBytes(StandardCharsets.UTF_8));
    return checker.unreadable().isEmpty() ? Function.CLEAN : Function.UNUSABLE;
  }

  private void read(Checker checker) throws IOException {
    List<String> all = paths.isEmpty() ? List.of(".") : paths;
    if (all.contains(ProjectFile.STDIN)) {
      checker.checkStream(
          Input.read(Checker.STDIN, in), ProjectFile.of(Path.of("")).config().config());
    }
    ProjectFile.group(all)
        .forEach((project, files) ->
            checker.check(
                new UnitReader(project.selection(), read -> {}).read(files),
                project.config().config()));
  }

  private String draw(RolloutGraph graph) {
    return switch (format) {
      case text -> TextFormat.write(graph, Screen.of(spec).terminal(spec));
      case mermaid -> MermaidFormat.write(graph);
      case dot -> DotFormat.write(graph);
      case svg -> SvgFormat.write(graph);
    };
  }
}
