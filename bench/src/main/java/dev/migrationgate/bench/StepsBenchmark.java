package dev.migrationgate.bench;

import dev.migrationgate.config.Config;
import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.ManifestWriter;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Deliverer;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.RolloutReader;
import dev.migrationgate.rules.Judge;
import dev.migrationgate.rules.Judgement;
import dev.migrationgate.substitute.Problem;
import dev.migrationgate.substitute.Resolved;
import dev.migrationgate.substitute.Substitution;
import dev.migrationgate.substitute.Use;
import dev.migrationgate.substitute.Variables;
import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The steps of one run, each over what the one before it left. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
// As the launcher starts it.
@Fork(
    value = 1,
    jvmArgs = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"})
public class StepsBenchmark {
  /** How many resources. */
  @Param({"200", "5000"})
  public int items;

  private String text;
  private Manifests manifests;
  private Resolution resolution;

  /** What substitution comes to. */
  record Resolution(
      Variables variables,
      List<Resource> resources,
      List<Use> uses,
      List<Problem> problems,
      List<Edit> edits) {}

  @Setup
  public void prepare() {
    text = Inputs.items(items);
    manifests = parse();
    resolution = substitute();
  }

  @Benchmark
  public Manifests parse() {
    return ManifestReader.read(new SourceText("stdin", text));
  }

  @Benchmark
  public Resolution substitute() {
    Variables variables = Variables.of(manifests, Config.DEFAULT.variables());
    Substitution substitution = new Substitution(manifests, variables, Config.DEFAULT.variables());
    Resolution resolved =
        new Resolution(
            variables, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Resource resource : manifests.resources()) {
      Resolved one = substitution.resolve(resource);
      resolved.resources().add(one.resource());
      resolved.uses().addAll(one.uses());
      resolved.problems().addAll(one.problems());
      resolved.edits().addAll(one.edits());
    }
    return resolved;
  }

  @Benchmark
  public Judgement discoverAndJudge() {
    Rollout rollout =
        new RolloutReader(List.of(), Optional.empty(), Deliverer.FLUX, true, 0)
            .read(
                manifests.host(),
                resolution.resources(),
                resolution.variables(),
                resolution.uses(),
                resolution.problems(),
                Optional.empty());
    return new Judge(Config.DEFAULT.rules()).judge(rollout);
  }

  @Benchmark
  public String splice() {
    Map<SourceText, List<Edit>> edits = Map.of(manifests.sources().get(0), resolution.edits());
    return new ManifestWriter(manifests, edits).write(manifests.blocks(), "");
  }
}
