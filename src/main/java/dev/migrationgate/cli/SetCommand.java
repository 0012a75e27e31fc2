package dev.migrationgate.cli;

import dev.migrationgate.check.ProjectFile;
import dev.migrationgate.config.Config;
import dev.migrationgate.config.ConfigReader;
import dev.migrationgate.files.AtomicFile;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.ResourceName;
import dev.migrationgate.pattern.pod.Image;
import dev.migrationgate.report.Credentials;
import dev.migrationgate.run.Input;
import dev.migrationgate.set.Declaration;
import dev.migrationgate.set.VariableSearch;
import dev.migrationgate.substitute.NameSanitizer;
import dev.migrationgate.substitute.Variable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes the value of a variable in the file that declares it. */
@Command(
    name = "set",
    description = {
      "Changes a variable's value where it is declared.",
      "That is a ConfigMap, a Secret, a generator of a kustomization or the functionConfig. Nothing"
          + " else in the file changes; it is replaced as a whole.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  migration-gate set IMAGE_TAG=v1.2.3 k8s/",
      "  migration-gate set IMAGE_TAG=\"$TAG\" overlays/prod/deployment-variables.yaml",
      "  migration-gate set --if-different IMAGE_TAG=\"$TAG\" && git commit -am \"$TAG\"",
      "Exit codes: 0 done, 2 nothing was written, 3 nothing to change (--if-different)."
    },
    mixinStandardHelpOptions = true)
final class SetCommand implements Callable<Integer> {
  private static final int NOTHING_CHANGED = 3;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "NAME=VALUE",
      description = "The variable and its new value.")
  private String assignment;

  @Parameters(
      index = "1..*",
      paramLabel = "PATH",
      description =
          "Files or folders, each of which declares the variable once; default: the working"
              + " directory.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description =
          "The functionConfig that names the ConfigMaps; without it that of the folder, else the"
              + " nearest .migration-gate.yaml.")
  private Path config;

  @Option(
      names = "--if-different",
      description = "Exit with 3 when the variable has that value already.")
  private boolean ifDifferent;

  @Override
  public Integer call() throws IOException {
    int equals = assignment.indexOf('=');
    if (equals <= 0) {
      throw usage("\"" + assignment + "\" is no NAME=VALUE, such as IMAGE_TAG=v1.2.3");
    }
    String name = assignment.substring(0, equals);
    String value = assignment.substring(equals + 1);
    if (!Variable.isName(name)) {
      throw usage("\"" + name + "\" is no variable's name; letters, digits and _ may stand there");
    }
    VariableSearch search = new VariableSearch(name, config());
    Map<Path, Declaration> found = new LinkedHashMap<>();
    for (Path path : paths.isEmpty() ? List.of(Path.of("")) : paths) {
      Path shown = path.toString().isEmpty() ? Path.of(".") : path;
      ProjectFile project = ProjectFile.of(path);
      Declaration declaration = search.find(shown, project.selection(), project.config().config());
      found.putIfAbsent(declaration.file().toRealPath(), declaration);
    }
    List<Declaration> declarations = new ArrayList<>(found.values());
    PrintWriter err = spec.commandLine().getErr();
    search.notes().forEach(note -> err.println(Credentials.masked(note)));
    check(name, value, search, declarations, err);
    int changed = write(declarations, value);
    tell(declarations, value);
    return changed == 0 && ifDifferent ? NOTHING_CHANGED : 0;
  }

  private Optional<Config> config() {
    return config == null ? Optional.empty() : Optional.of(ConfigReader.read(Input.read(config)));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static void check(
      String name,
      String value,
      VariableSearch search,
      List<Declaration> declarations,
      PrintWriter err) {
    boolean secret =
        Credentials.isSecret(name, value) || declarations.stream().anyMatch(Declaration::isSecret);
    String shown = secret ? "its new value" : "\"" + Credentials.masked(value) + "\"";
    if (value.isEmpty()) {
      throw new InvalidInput(name + ": the new value is empty; nothing was written");
    }
    if (value.codePoints().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(name + ": the new value is not one line; nothing was written");
    }
    // A digest may stand behind the tag.
    String tag = value.substring(0, (value + "@").indexOf('@'));
    if (search.isImageTag() && !Image.isTag(tag)) {
      throw new InvalidInput(
          name
              + ": "
              + shown
              + " is outside the grammar of image tags, [A-Za-z0-9_][A-Za-z0-9_.-]{0,127}; nothing was"
              + " written");
    }
    if (search.isInNames() && !ResourceName.isLegal("x-" + value)) {
      err.println(
          "warning: "
              + name
              + ": "
              + shown
              + " is not legal in the name of a resource"
              + (secret ? "" : " and becomes \"" + NameSanitizer.sanitize(value) + "\" there")
              + "; images keep it as it is");
    }
  }

  /** All are staged before the first takes its place. */
  private static int write(List<Declaration> declarations, String value) throws IOException {
    List<AtomicFile> staged = new ArrayList<>();
    try {
      for (Declaration declaration : declarations) {
        String text = declaration.with(value);
        String old = declaration.source().text();
        if (!text.equals(old)) {
          staged.add(AtomicFile.stage(declaration.file(), bytes(old), bytes(text)));
        }
      }
      for (AtomicFile file : staged) {
        file.commit();
      }
      return staged.size();
    } finally {
      for (AtomicFile file : staged) {
        file.close();
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void tell(List<Declaration> declarations, String value) {
    for (Declaration declaration : declarations) {
      String what = declaration.place() + ": " + declaration.variable() + ": ";
      String line = what + Credentials.masked(change(declaration, value));
      spec.commandLine().getOut().println(Screen.of(spec).fitted(line, spec));
    }
  }

  private static String change(Declaration declaration, String value) {
    String old = declaration.value();
    boolean rewritten = !declaration.with(value).equals(declaration.source().text());
    if (declaration.isSecret()) {
      return rewritten ? "changed; the value is a Secret's" : "unchanged; the value is a Secret's";
    }
    if (Credentials.isSecret(declaration.variable(), old + value)) {
      String done = rewritten ? "changed" : "unchanged";
      return done + "; its name says that the value is not to be shown";
    }
    if (!rewritten) {
      return value + " already";
    }
    if (old.equals(value)) {
      return value + " already; now in quotes, since YAML parsers read it as no string";
    }
    return (old.isEmpty() ? "(empty)" : old) + " -> " + value;
  }
}
