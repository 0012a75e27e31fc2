package dev.migrationgate.cli;

import dev.migrationgate.fix.Reach;
import dev.migrationgate.formats.TextFormat;
import dev.migrationgate.rules.Parameter;
import dev.migrationgate.rules.Rule;
import dev.migrationgate.rules.Rules;
import dev.migrationgate.rules.Severity;
import dev.migrationgate.terminal.Columns;
import dev.migrationgate.terminal.Style;
import dev.migrationgate.terminal.Terminal;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Lists all rules. */
@Command(
    name = "rules",
    description = {
      "Lists the rules: id, severity, fix, and what each finds.",
      "The severity is the usual one; it may depend on who delivers the manifests. The fix is safe"
          + " where it cannot change what runs, wire where it may, and - where there is none.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {"  migration-gate rules", "  migration-gate rules --format json"},
    mixinStandardHelpOptions = true)
final class RulesCommand implements Callable<Integer> {
  private static final String GAP = "  ";

  @Spec private CommandSpec spec;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json; default ${DEFAULT-VALUE}.")
  private Format format;

  /** The forms of the list, spelt as on the command line. */
  enum Format {
    text,
    json
  }

  /** A rule as JSON. */
  private record Listed(
      String id, String severity, String fix, String title, List<ListedParameter> parameters) {}

  private record ListedParameter(String name, String description, List<String> defaults) {}

  @Override
  public Integer call() {
    List<Rule> rules = new ArrayList<>(Rules.ALL);
    rules.sort(Comparator.comparing(Rule::id));
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case text -> text(rules, out);
      case json -> json(rules, out);
    }
    return 0;
  }

  /** On a terminal titles are broken to its width; elsewhere each rule has one line. */
  private void text(List<Rule> rules, PrintWriter out) {
    Terminal terminal = Screen.of(spec).terminal(spec);
    int ids = 0;
    for (Rule rule : rules) {
      ids = Math.max(ids, rule.id().length());
    }
    int severities = Severity.WARNING.id().length();
    int reaches = Reach.SAFE.name().length();
    int indent = ids + severities + reaches + 3 * GAP.length();
    int width = Screen.of(spec).isTerminal() ? terminal.width() - indent : Integer.MAX_VALUE;
    for (Rule rule : rules) {
      List<String> title = Columns.wrapped(terminal.printable(rule.title()), width);
      out.println(
          terminal.styled(Style.BOLD, Columns.padded(rule.id(), ids))
              + GAP
              + terminal.styled(
                  TextFormat.styleOf(rule.severity()),
                  Columns.padded(rule.severity().id(), severities))
              + GAP
              + Columns.padded(reach(rule, "-"), reaches)
              + GAP
              + title.get(0));
      for (String more : title.subList(1, title.size())) {
        out.println(" ".repeat(indent) + more);
      }
    }
  }

  private static String reach(Rule rule, String none) {
    return switch (rule.reach()) {
      case NONE -> none;
      case SAFE -> "safe";
      case WIRE -> "wire";
    };
  }

  private static void json(List<Rule> rules, PrintWriter out) {
    List<Listed> listed = new ArrayList<>();
    for (Rule rule : rules) {
      List<ListedParameter> parameters = new ArrayList<>();
      for (Parameter parameter : rule.parameters()) {
        parameters.add(
            new ListedParameter(parameter.name(), parameter.description(), parameter.defaults()));
      }
      listed.add(
          new Listed(
              rule.id(), rule.severity().id(), reach(rule, "none"), rule.title(), parameters));
    }
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    out.println(mapper.writeValueAsString(listed));
  }
}
