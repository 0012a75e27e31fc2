package dev.migrationgate.run;

import dev.migrationgate.config.Config;
import dev.migrationgate.config.ConfigReader;
import dev.migrationgate.krm.Block;
import dev.migrationgate.krm.Host;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.ManifestWriter;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.ResultsWriter;
import dev.migrationgate.order.KptIndexes;
import dev.migrationgate.order.Ordering;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.report.Redactor;
import dev.migrationgate.report.ResultReport;
import dev.migrationgate.report.TextReport;
import dev.migrationgate.rules.Finding;
import dev.migrationgate.rules.Judge;
import dev.migrationgate.rules.Judgement;
import dev.migrationgate.rules.Rules;
import dev.migrationgate.rules.Severity;
import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.SourceText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The function itself: manifests in; manifests, findings and an exit code out. No input or output.
 */
public final class Function {
  /** No finding of severity error. */
  public static final int CLEAN = 0;

  /** Findings of severity error. */
  public static final int FINDINGS = 1;

  /** Wrong usage, or input that cannot be read. */
  public static final int UNUSABLE = 2;

  /** A defect of this program. */
  public static final int DEFECT = 70;

  private final Manifests manifests;
  private final Config config;

  private Function(Manifests manifests, Config config) {
    this.manifests = manifests;
    this.config = config;
  }

  /**
   * What a run comes to.
   *
   * @param output what goes to stdout; empty where a stream has errors, so that a pipe applies
   *     nothing
   * @param report what goes to stderr
   */
  public record Outcome(int exitCode, String output, String report) {

    /**
     * Writes both, the output first: a report of success must not stand above a failure to write.
     *
     * @return the exit code
     * @throws IOException when one of them cannot be written
     */
    public int write(OutputStream out, OutputStream err) throws IOException {
      try {
        out.write(output.getBytes(StandardCharsets.UTF_8));
        out.flush();
      } catch (IOException e) {
        throw new IOException("stdout cannot be written: " + e.getMessage(), e);
      }
      err.write(report.getBytes(StandardCharsets.UTF_8));
      return exitCode;
    }
  }

  /**
   * Runs over manifests.
   *
   * @param config the configuration that does not stand in the input, empty to look there
   */
  public static Outcome run(Manifests manifests, Optional<Config> config) {
    return new Function(manifests, config.isPresent() ? config.get() : inputConfig(manifests))
        .run();
  }

  private static Config inputConfig(Manifests manifests) {
    Optional<Node> node = manifests.functionConfig();
    return node.isPresent() && !isNull(node.get())
        ? ConfigReader.read(manifests.sources().get(0), node.get())
        : Config.DEFAULT;
  }

  private static boolean isNull(Node node) {
    return node instanceof Scalar scalar && scalar.isNull();
  }

  private Outcome run() {
    Reading reading = Reading.of(manifests, config, Optional.empty());
    Judgement judgement = new Judge(config.rules()).judge(reading.rollout());
    if (!config.fix().isEmpty()) {
      Mending.Mended mended = Mending.mend(config, reading, judgement, Optional.empty());
      reading = mended.reading();
      judgement = mended.judgement();
    }
    Rollout rollout = reading.rollout();
    Redactor redactor = new Redactor(manifests.resources(), reading.secrets());
    boolean stream = manifests.resourceList().isEmpty();
    String report = TextReport.of(judgement, rollout, stream, redactor);
    boolean failed = hasErrors(judgement.findings());
    String output = failed && stream ? "" : write(reading, judgement.findings(), redactor);
    return new Outcome(failed ? FINDINGS : CLEAN, output, report);
  }

  private static boolean hasErrors(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }

  private String write(Reading reading, List<Finding> findings, Redactor redactor) {
    Manifests mended = reading.manifests();
    List<Block> ordered = order(reading, redactor);
    String appended = "";
    if (mended.resourceList().isPresent()) {
      SourceText source = mended.sources().get(0);
      List<Edit> edits = Reading.editsOf(source, reading.edits());
      if (mended.host() == Host.KPT && ordered != mended.blocks()) {
        edits.addAll(KptIndexes.follow(ordered));
      }
      ResultsWriter.Written written =
          new ResultsWriter(source, mended.resourceList().get(), new HashSet<>(Rules.ids()))
              .write(ResultReport.of(findings, redactor));
      if (written.edit().isPresent()) {
        edits.add(written.edit().get());
      }
      appended = written.appended();
    }
    return new ManifestWriter(mended, reading.edits()).write(ordered, appended);
  }

  private List<Block> order(Reading reading, Redactor redactor) {
    if (!config.order()) {
      return reading.manifests().blocks();
    }
    try {
      return Ordering.order(reading.manifests().blocks(), reading.rollout());
    } catch (InvalidInput e) {
      // It names resources, and substitution may have put a secret into a name.
      throw new InvalidInput(redactor.redactName(e.getMessage()));
    }
  }
}
