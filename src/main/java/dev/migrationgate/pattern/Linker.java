package dev.migrationgate.pattern;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells which workloads depend on which migration: each on the one that most speaks for it. */
final class Linker {
  private static final int ENOUGH = 3;
  private static final int HINT = 2;
  private static final int CERTAIN = 10;

  private static final String[] APP_LABELS = {
    "app.kubernetes.io/part-of", "app.kubernetes.io/instance", "app.kubernetes.io/name", "app"
  };

  /** Last parts of images that are databases or stand between one and its clients. */
  private static final Set<String> DATABASES =
      Set.of(
          "postgres", "postgresql", "postgis", "pgvector", "timescaledb", "spilo", "mysql",
          "mariadb", "percona", "mongo", "mongodb", "redis", "valkey", "memcached", "rabbitmq",
          "kafka", "elasticsearch", "opensearch", "cockroach", "cassandra", "clickhouse",
          "clickhouse-server", "pgbouncer", "pgpool", "proxysql", "minio", "etcd", "nats",
          "zookeeper", "mssql", "server-mssql");

  private final List<MigrationJob> migrations;
  private final List<DeclaredMigration> declared;
  private final Set<String> otherJobs;

  /**
   * @param otherJobs the names of the input's Jobs that are no migrations
   */
  Linker(
      List<MigrationJob> migrations, List<DeclaredMigration> declared, Set<String> otherJobs) {
    this.migrations = migrations;
    this.declared = declared;
    this.otherJobs = otherJobs;
  }

  /** The links of one workload, none for a database. */
  List<Link> links(Workload workload) {
    List<Candidate> candidates = new ArrayList<>();
    int best = 0;
    for (MigrationJob job : migrations) {
      Candidate candidate = weigh(job, workload);
      if (candidate.weight >= ENOUGH) {
        candidates.add(candidate);
        best = Math.max(best, candidate.weight);
      }
    }
    List<Link> links = new ArrayList<>();
    for (Candidate candidate : candidates) {
      boolean certain = candidate.weight >= CERTAIN;
      if (certain || (best < CERTAIN && candidate.weight == best)) {
        links.add(candidate.link(gateFor(candidate.job, workload)));
      }
    }
    return links;
  }

  /** True for a workload that serves a database rather than asks one. */
  static boolean isDatabase(PodTemplate pod) {
    List<Container> containers = pod.containers();
    return !containers.isEmpty()
        && DATABASES.contains(containers.get(0).image().basename().toLowerCase(Locale.ROOT));
  }

  private static final class Candidate {
    private final MigrationJob job;
    private final Workload workload;
    private final List<String> reasons = new ArrayList<>();
    private int weight;
    private boolean strong;

    private Candidate(MigrationJob job, Workload workload) {
      this.job = job;
      this.workload = workload;
    }

    /** Something that links the two by itself. */
    private void add(int points, String reason) {
      hint(points, reason);
      strong = true;
    }

    /** Something that only speaks for it: two of them make a link, and no number a strong one. */
    private void hint(int points, String reason) {
      weight += points;
      reasons.add(reason);
    }

    private Link link(Optional<Gate.JobPoll> gate) {
      return new Link(job, workload, strong, reasons, gate);
    }
  }

  private Candidate weigh(MigrationJob job, Workload workload) {
    Candidate candidate = new Candidate(job, workload);
    if (isDeclared(job, workload)) {
      candidate.add(CERTAIN, "the configuration says so");
    }
    boolean named = isNamedByGate(job, workload);
    if (!named && !job.resource().mayShareNamespaceWith(workload.resource())) {
      addStrayGate(candidate);
      if (candidate.weight == 0) {
        return candidate;
      }
    }
    if (isDatabase(workload.pod()) && !named) {
      return candidate;
    }
    if (named) {
      candidate.add(CERTAIN, "its gate names the Job");
    }
    weighImages(candidate);
    weighNames(candidate);
    weighLabels(candidate);
    weighDatabase(candidate);
    if (!named) {
      addStrayGate(candidate);
    }
    return candidate;
  }

  private boolean isDeclared(MigrationJob job, Workload workload) {
    for (DeclaredMigration migration : declared) {
      if (job.isNamed(migration.job())) {
        for (String name : workload.resource().names()) {
          if (migration.workloads().contains(workload.resource().kind() + "/" + name)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isNamedByGate(MigrationJob job, Workload workload) {
    for (Gate gate : workload.gates()) {
      if (gate instanceof Gate.JobPoll poll && namesOneOf(poll, job)) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesOneOf(Gate.JobPoll poll, MigrationJob job) {
    for (Gate.Target target : poll.targets()) {
      if (job.isNamed(target.name())) {
        return true;
      }
    }
    return false;
  }

  /** A gate that names no Job of the input is most likely meant for the one migration there is. */
  private void addStrayGate(Candidate candidate) {
    for (Gate gate : candidate.workload.gates()) {
      if (gate instanceof Gate.JobPoll poll && isStray(poll)) {
        if (migrations.size() == 1) {
          candidate.add(ENOUGH + 1, "it waits for a Job, and this is the only migration");
        } else if (sharesStem(poll, candidate.job)) {
          candidate.add(ENOUGH + 1, "it waits for a Job of a similar name");
        }
      }
    }
  }

  private boolean isStray(Gate.JobPoll poll) {
    for (Gate.Target target : poll.targets()) {
      if (otherJobs.contains(target.name())) {
        return false;
      }
    }
    for (MigrationJob job : migrations) {
      if (namesOneOf(poll, job)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sharesStem(Gate.JobPoll poll, MigrationJob job) {
    for (Gate.Target target : poll.targets()) {
      if (NameStem.of(target.name()).equals(NameStem.of(job.name()))) {
        return true;
      }
    }
    return false;
  }

  private static void weighImages(Candidate candidate) {
    for (Container job : candidate.job.pod().containers()) {
      for (Container service : candidate.workload.pod().containers()) {
        String own = job.image().canonicalRepository();
        String other = service.image().canonicalRepository();
        if (!own.isEmpty() && own.equals(other)) {
          candidate.add(ENOUGH + 1, "both run the image " + own);
          return;
        }
        if (!own.isEmpty()
            && ImageFamily.of(job.image()).equals(ImageFamily.of(service.image()))) {
          candidate.add(ENOUGH, "their images " + own + " and " + other + " belong together");
          return;
        }
      }
    }
  }

  private static void weighNames(Candidate candidate) {
    String stem = NameStem.withoutMigration(NameStem.of(candidate.job.name()));
    String name = candidate.workload.resource().name();
    if (stem.isEmpty()) {
      return;
    }
    if (stem.equals(name)) {
      candidate.add(ENOUGH, "the Job's name is that of the workload");
    } else if (name.startsWith(stem + "-")) {
      candidate.hint(HINT, "the workload's name starts with that of the Job");
    }
  }

  private static void weighLabels(Candidate candidate) {
    for (String key : APP_LABELS) {
      Optional<String> own = label(candidate.job.resource(), candidate.job.pod(), key);
      Optional<String> other = label(candidate.workload.resource(), candidate.workload.pod(), key);
      if (own.isPresent() && own.equals(other)) {
        candidate.hint(HINT, "both are labelled " + key + ": " + own.get());
        return;
      }
    }
  }

  /** Many services share a database, so what they read it from only speaks for a link. */
  private void weighDatabase(Candidate candidate) {
    Optional<String> shared =
        DatabaseSources.shared(candidate.job.pod(), candidate.workload.pod());
    if (shared.isPresent()) {
      candidate.hint(HINT, "both read " + shared.get());
      if (migrations.size() == 1) {
        candidate.hint(1, "this is the only migration");
      }
    }
  }

  private static Optional<String> label(Resource resource, PodTemplate pod, String key) {
    Optional<String> own = resource.label(key);
    Node template = pod.template();
    return own.isPresent() ? own : template.text("metadata", "labels", key);
  }

  /** The gate that names the Job; else one that names no Job that there is. */
  private Optional<Gate.JobPoll> gateFor(
      MigrationJob job, Workload workload) {
    Optional<Gate.JobPoll> stray = Optional.empty();
    for (Gate gate : workload.gates()) {
      if (gate instanceof Gate.JobPoll poll) {
        if (poll.names(job.name())) {
          return Optional.of(poll);
        }
        boolean former = namesOneOf(poll, job);
        if ((isStray(poll) || former) && stray.isEmpty()) {
          stray = Optional.of(poll);
        }
      }
    }
    return stray;
  }
}
