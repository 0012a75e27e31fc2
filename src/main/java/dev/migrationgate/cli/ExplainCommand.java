package dev.migrationgate.cli;

import dev.migrationgate.config.Nearest;
import dev.migrationgate.pages.RulePage;
import dev.migrationgate.rules.Rule;
import dev.migrationgate.rules.Rules;
import dev.migrationgate.terminal.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a rule's page. */
@Command(
    name = "explain",
    description = {
      "Prints the page of a rule.",
      "It says what the rule finds, what you would see in the cluster, why, and shows manifests before"
          + " and after.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  migration-gate explain gate-missing",
      "  migration-gate explain gate-missing | less -R"
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RULE",
      description = "The rule's id, as findings name it.",
      completionCandidates = RuleIds.class)
  private String id;

  @Override
  public Integer call() {
    Optional<Rule> rule = Rules.named(id);
    if (rule.isEmpty()) {
      throw new ParameterException(spec.commandLine(), unknown());
    }
    spec.commandLine()
        .getOut()
        .print(Markdown.render(RulePage.of(rule.get()).text(), Screen.of(spec).terminal(spec)));
    return 0;
  }

  private String unknown() {
    List<String> ids = new RuleIds().all();
    Optional<String> nearest = Nearest.to(id, ids);
    List<String> similar = new ArrayList<>();
    for (String candidate : ids) {
      if (candidate.contains(id)) {
        similar.add(candidate);
      }
    }
    String hint =
        nearest.isPresent()
            ? "the nearest is " + nearest.get()
            : similar.isEmpty()
                ? "\"migration-gate rules\" lists all"
                : "there is " + String.join(", ", similar);
    return "there is no rule \"" + id + "\"; " + hint;
  }
}
