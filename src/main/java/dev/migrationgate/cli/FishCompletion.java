package dev.migrationgate.cli;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes the completions that fish reads; picocli knows bash and zsh alone. */
final class FishCompletion {
  private final CommandSpec program;
  private final StringBuilder script = new StringBuilder();

  private FishCompletion(CommandSpec program) {
    this.program = program;
  }

  static String of(CommandLine program) {
    FishCompletion completion = new FishCompletion(program.getCommandSpec());
    completion.write();
    return completion.script.toString();
  }

  private void write() {
    script.append("# fish completion of ").append(program.name()).append('\n');
    options(program, "__fish_use_subcommand");
    for (Map.Entry<String, CommandLine> command : program.subcommands().entrySet()) {
      CommandSpec spec = command.getValue().getCommandSpec();
      if (!spec.usageMessage().hidden()) {
        line("__fish_use_subcommand", " -f -a " + quoted(command.getKey()), description(spec));
        String inside = "__fish_seen_subcommand_from " + command.getKey();
        options(spec, inside);
        parameters(spec, inside);
      }
    }
  }

  private static String description(CommandSpec spec) {
    String[] lines = spec.usageMessage().description();
    return lines.length == 0 ? "" : firstSentence(lines[0]);
  }

  private static String firstSentence(String text) {
    String line = text.replace("%n", "");
    int end = line.indexOf(". ");
    int colon = line.indexOf(": ");
    int cut = end < 0 ? line.length() : end;
    cut = colon > 0 && colon < cut ? colon : cut;
    return line.substring(0, cut);
  }

  private void options(CommandSpec spec, String condition) {
    for (OptionSpec option : spec.options()) {
      if (option.hidden()) {
        continue;
      }
      StringBuilder names = new StringBuilder();
      for (String name : option.names()) {
        String flag = name.startsWith("--") ? " -l " : " -s ";
        names.append(flag).append(name.replaceFirst("^--?", ""));
      }
      line(
          condition,
          names + (option.arity().max() > 0 ? " -r" + values(option) : " -f"),
          String.join(" ", option.description()));
    }
  }

  private void parameters(CommandSpec spec, String condition) {
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      if (!parameter.hidden() && !values(parameter).isEmpty()) {
        line(condition, values(parameter), "");
      }
    }
  }

  /** The words that may stand there; empty where fish is to offer files. */
  private static String values(ArgSpec argument) {
    if (argument.completionCandidates() != null) {
      return " -f -a " + quoted(String.join(" ", argument.completionCandidates()));
    }
    if (argument.type().isEnum()) {
      StringBuilder words = new StringBuilder();
      for (Object constant : argument.type().getEnumConstants()) {
        words.append(words.isEmpty() ? "" : " ").append(constant);
      }
      return " -f -a " + quoted(words.toString());
    }
    boolean file = argument.type() == Path.class || argument.auxiliaryTypes()[0] == String.class;
    return file ? "" : " -f";
  }

  private void line(String condition, String what, String description) {
    script
        .append("complete -c ")
        .append(program.name())
        .append(" -n ")
        .append(quoted(condition))
        .append(what);
    if (!description.isEmpty()) {
      script.append(" -d ").append(quoted(description));
    }
    script.append('\n');
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
