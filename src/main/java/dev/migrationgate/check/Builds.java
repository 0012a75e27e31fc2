package dev.migrationgate.check;

import dev.migrationgate.build.Build;
import dev.migrationgate.build.BuildTool;
import dev.migrationgate.files.Kustomization;
import dev.migrationgate.files.Manifest;
import dev.migrationgate.files.Unit;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.report.Redactor;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Builds units by the program that people build them with. */
public final class Builds {
  private final Supplier<BuildTool> tool;
  private final Consumer<String> told;
  private final boolean exec;

  /**
   * @param tool asked for once there is something to build
   * @param exec true where kustomizations may start the programs that they name
   * @param told hears of each command before it is run
   */
  public Builds(Supplier<BuildTool> tool, boolean exec, Consumer<String> told) {
    this.tool = tool;
    this.exec = exec;
    this.told = told;
  }

  /**
   * What comes out of a unit's root kustomization, under that file's name.
   *
   * @param files the resources of its files, whose secrets a failure may speak of
   * @throws InvalidInput in one line, when nothing comes out
   */
  Unit build(Unit unit, List<Resource> files) {
    Kustomization root = unit.kustomizations().get(0);
    Build build = Build.of(tool.get(), root.folder(), options(unit));
    told.accept("runs " + build.shown());
    try {
      SourceText output = new SourceText(root.source().name(), build.run());
      return unit.built(new Manifest(root.path(), output, YamlReader.read(output)));
    } catch (InvalidInput e) {
      // What a remote base's URL carries stands in the message of the one who fetches it.
      throw new InvalidInput(new Redactor(files, literals(unit)).redact(e.getMessage()));
    } catch (InvalidYaml e) {
      throw new InvalidInput(build.shown() + " printed what is no YAML: " + e.getMessage());
    }
  }

  /** What generators make Secrets of; without an equals sign it is refused, and told. */
  private static List<String> literals(Unit unit) {
    List<String> literals = new ArrayList<>();
    for (Kustomization kustomization : unit.kustomizations()) {
      for (Node generator : generators(kustomization)) {
        for (Node literal : generator.items("literals")) {
          String text = literal.text().orElse("");
          literals.add(text.substring(text.indexOf('=') + 1));
        }
      }
    }
    return literals;
  }

  private static List<Node> generators(Kustomization kustomization) {
    return kustomization.root().map(root -> root.items("secretGenerator")).orElse(List.of());
  }

  /** kustomize passes over a function of form exec unless it is told, and says nothing. */
  private List<String> options(Unit unit) {
    List<String> options = new ArrayList<>();
    if (unit.uses("transformers", "generators", "validators")) {
      options.add("--enable-alpha-plugins");
      if (exec) {
        options.add("--enable-exec");
      } else {
        told.accept(
            unit.kustomizations().get(0).path()
                + ": functions of form exec are not run; --enable-exec lets kustomize run them");
      }
    }
    if (unit.uses("helmCharts", "helmChartInflationGenerator")) {
      options.add("--enable-helm");
    }
    return options;
  }
}
