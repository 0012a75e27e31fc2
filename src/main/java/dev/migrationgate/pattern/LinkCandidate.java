package dev.migrationgate.pattern;

import dev.migrationgate.pattern.database.DatabaseServer;
import dev.migrationgate.pattern.database.DatabaseSources;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.MigrationDetector;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Image;
import dev.migrationgate.pattern.pod.ImageFamily;
import dev.migrationgate.pattern.pod.NameStem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A migration and a workload, and what speaks for a link between them. */
final class LinkCandidate {
  /** What makes a link. */
  static final int ENOUGH = 3;

  /** What leaves no doubt about a link. */
  static final int CERTAIN = 10;

  private static final int HINT = 2;

  private final MigrationJob job;
  private final Traits jobTraits;
  private final Workload workload;
  private final Traits workloadTraits;
  private final List<String> reasons = new ArrayList<>();
  private int weight;
  private boolean strong;
  private boolean own;
  private boolean named;
  private boolean sister;
  private Optional<String> database = Optional.empty();

  LinkCandidate(MigrationJob job, Traits jobTraits, Workload workload, Traits workloadTraits) {
    this.job = job;
    this.jobTraits = jobTraits;
    this.workload = workload;
    this.workloadTraits = workloadTraits;
  }

  /** Something that links the two by itself. */
  void add(int points, String reason) {
    hint(points, reason);
    strong = true;
  }

  /** Something that tells besides that the migration is the workload's own. */
  void addOwn(int points, String reason) {
    add(points, reason);
    own = true;
  }

  /** Something that only speaks for it: two of them make a link, and most a weak one. */
  void hint(int points, String reason) {
    weight += points;
    reasons.add(reason);
  }

  /**
   * The link.
   *
   * @param alone true where no other migration speaks for itself as much
   */
  Link link(Optional<Gate.JobPoll> gate, boolean alone) {
    if (!strong && alone && (named || sister) && database.isPresent()) {
      List<String> both = new ArrayList<>();
      both.add(
          (named ? "it is" : "its image is")
              + " named after the Job's application, and both read "
              + database.get());
      both.addAll(reasons);
      return new Link(job, workload, true, both, gate);
    }
    return new Link(job, workload, strong, reasons, gate);
  }

  MigrationJob job() {
    return job;
  }

  Workload workload() {
    return workload;
  }

  int weight() {
    return weight;
  }

  /** True where more than a gate tells that the Job migrates for the workload. */
  boolean isOwn() {
    return own;
  }

  /** True where both are named after applications that the workload's name starts with. */
  boolean isNamedCloserThan(LinkCandidate other) {
    return named
        && other.named
        && jobTraits.application().startsWith(other.jobTraits.application() + "-");
  }

  /** Weighs what the two have in common. */
  void weighTraits(boolean onlyMigration) {
    weighImages();
    if (weight > 0 || !FrontEnd.isRunBy(workload.pod())) {
      weighNames();
      weighLabels();
      sister = runsSister();
    }
    weighDatabase(onlyMigration);
  }

  /** An image may hold a server of the database, and tools that know nothing of it. */
  private void weighImages() {
    boolean apart = !jobTraits.databases().isEmpty() && DatabaseSources.areNoneIn(workload.pod());
    Optional<String> same = Traits.first(jobTraits.repositories(), workloadTraits.repositories());
    if (same.isPresent()) {
      weighImage(apart, ENOUGH + 1, "both run the image " + same.get());
      return;
    }
    Optional<String> family = Traits.first(jobTraits.families(), workloadTraits.families());
    if (family.isPresent()) {
      weighImage(apart, ENOUGH, "their images belong to " + family.get());
      return;
    }
    weighQuestion();
  }

  /** Who asks for the schema with the Job's own image asks for what that image makes of it. */
  private void weighQuestion() {
    Optional<String> question = workload.ownQuestion();
    if (question.isEmpty() || DatabaseServer.isRunBy(job.pod())) {
      return;
    }
    for (Container container : workload.pod().initContainers()) {
      Image image = container.image();
      if (container.name().equals(question.get())
          && jobTraits.repositories().contains(image.canonicalRepository())
          && !MigrationDetector.isOfTool(image)) {
        addOwn(ENOUGH, container.title() + " waits with the Job's image");
        return;
      }
    }
  }

  private void weighImage(boolean apart, int points, String reason) {
    if (apart) {
      hint(1, reason);
    } else {
      addOwn(points, reason);
    }
  }

  /** {@code shop-api} beside {@code shop-migrate}, which is called after a migration. */
  private boolean runsSister() {
    for (Container container : job.pod().containers()) {
      String application = NameStem.withoutMigration(container.image().basename());
      String family = ImageFamily.of(container.image());
      boolean migrates = !application.equals(container.image().basename());
      for (String repository : workloadTraits.repositories()) {
        if (migrates && !application.isEmpty() && repository.startsWith(family + "-")) {
          return true;
        }
      }
    }
    return false;
  }

  private void weighNames() {
    String stem = jobTraits.application();
    String name = workload.resource().name();
    if (stem.isEmpty()) {
      return;
    }
    if (stem.equals(name)) {
      addOwn(ENOUGH, "the Job's name is that of the workload");
    } else if (name.startsWith(stem + "-")) {
      hint(HINT, "the workload's name starts with that of the Job");
      named = true;
    }
  }

  private void weighLabels() {
    Optional<String> same = Traits.first(jobTraits.labels(), workloadTraits.labels());
    if (same.isPresent()) {
      hint(HINT, "both are labelled " + same.get());
    }
  }

  /** Many services share a database, so what they read it from only speaks for a link. */
  private void weighDatabase(boolean onlyMigration) {
    database = jobTraits.databaseOf(workloadTraits);
    if (database.isPresent()) {
      hint(HINT, "both read " + database.get());
      if (onlyMigration) {
        hint(1, "this is the only migration");
      }
    }
  }
}
