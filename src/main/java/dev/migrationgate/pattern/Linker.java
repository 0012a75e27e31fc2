package dev.migrationgate.pattern;

import dev.migrationgate.krm.Groups;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.database.DatabaseServer;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.DeclaredMigration;
import dev.migrationgate.pattern.migration.MigrationDetector;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.NameStem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Tells which workloads depend on which migration: each on the one that most speaks for it. */
final class Linker {
  private static final int ENOUGH = LinkCandidate.ENOUGH;
  private static final int CERTAIN = LinkCandidate.CERTAIN;

  private final List<MigrationJob> migrations;
  private final List<DeclaredMigration> declared;
  private final Set<String> otherJobs;
  private final Resources resources;
  private final Set<String> migrationNames = new HashSet<>();

  /** The migrations by all that could link a workload to them, so that few are weighed. */
  private final Groups<String, Traits> byTrait = new Groups<>();

  /**
   * @param otherJobs the names of the input's Jobs that are no migrations
   * @param resources where ConfigMaps and Secrets are looked up
   */
  Linker(
      List<MigrationJob> migrations,
      List<DeclaredMigration> declared,
      Set<String> otherJobs,
      Resources resources) {
    this.resources = resources;
    this.migrations = migrations;
    this.declared = declared;
    this.otherJobs = otherJobs;
    for (int i = 0; i < migrations.size(); i++) {
      MigrationJob job = migrations.get(i);
      if (job.isAppliedByHand() && !isDeclared(job)) {
        continue;
      }
      migrationNames.addAll(job.resource().names());
      Traits traits = Traits.of(i, job.resource(), job.pod(), resources);
      for (String key : traits.keysOfJob()) {
        byTrait.add(key, traits);
      }
    }
  }

  /** The links of one workload, none for a database. */
  List<Link> links(Workload workload) {
    List<LinkCandidate> candidates = new ArrayList<>();
    if (migrations.isEmpty()) {
      return List.of();
    }
    Traits own = Traits.of(-1, workload.resource(), workload.pod(), resources);
    for (Traits job : worthWeighing(own, workload)) {
      LinkCandidate candidate = weigh(job, own, workload);
      if (candidate.weight() >= ENOUGH) {
        candidates.add(candidate);
      }
    }
    List<LinkCandidate> chosen = LinkChoice.among(candidates);
    List<Link> links = new ArrayList<>();
    for (LinkCandidate candidate : chosen) {
      links.add(candidate.link(gateFor(candidate.job(), workload), chosen.size() == 1));
    }
    return links;
  }

  private boolean isDeclared(MigrationJob job) {
    for (DeclaredMigration migration : declared) {
      if (job.isNamed(migration.job())) {
        return true;
      }
    }
    return false;
  }

  /** The migrations that share enough with a workload, in the order of the input. */
  private Collection<Traits> worthWeighing(Traits own, Workload workload) {
    Map<Integer, Traits> found = new TreeMap<>();
    for (String key : keys(own, workload)) {
      for (Traits job : byTrait.of(key)) {
        found.put(job.index(), job);
      }
    }
    // One hint is never enough, and many services of one shop share one.
    int[] hints = new int[migrations.size()];
    int kind = 1;
    for (List<String> hintKeys : own.hints()) {
      for (String key : hintKeys) {
        for (Traits job : byTrait.of(key)) {
          hints[job.index()] |= kind;
          if (hints[job.index()] != kind) {
            found.put(job.index(), job);
          }
        }
      }
      kind *= 2;
    }
    return found.values();
  }

  /** What links a workload to a migration by itself. */
  private Collection<String> keys(Traits own, Workload workload) {
    if (migrations.size() == 1) {
      return byTrait.keys();
    }
    List<String> keys = new ArrayList<>(own.keysOfWorkload());
    for (Gate gate : workload.gates()) {
      if (gate instanceof Gate.JobPoll poll) {
        for (Gate.Target target : poll.targets()) {
          keys.add(Traits.NAME + target.name());
          keys.add(Traits.STEM + NameStem.of(target.name()));
        }
      }
    }
    for (Container container : workload.pod().initContainers()) {
      keys.add(Traits.REPOSITORY + container.image().canonicalRepository());
    }
    for (DeclaredMigration migration : declared) {
      keys.add(Traits.NAME + migration.job());
    }
    return keys;
  }

  private LinkCandidate weigh(Traits jobTraits, Traits own, Workload workload) {
    MigrationJob job = migrations.get(jobTraits.index());
    LinkCandidate candidate = new LinkCandidate(job, jobTraits, workload, own);
    if (isDeclared(job, workload)) {
      candidate.addOwn(CERTAIN, "the configuration says so");
    }
    boolean named = isNamedByGate(job, workload);
    if (!named && (DatabaseServer.isRunBy(workload.pod()) || migrates(workload))) {
      return candidate;
    }
    boolean apart = !named && !job.resource().mayShareNamespaceWith(workload.resource());
    if (apart) {
      addStrayGate(candidate);
      if (candidate.weight() == 0) {
        return candidate;
      }
    }
    if (named) {
      candidate.add(CERTAIN, "its gate names the Job");
    }
    candidate.weighTraits(migrations.size() == 1);
    if (!named && !apart) {
      addStrayGate(candidate);
    }
    return candidate;
  }

  /** A CronJob whose runs are migrations waits for none. */
  private static boolean migrates(Workload workload) {
    if (workload.resource().kind().equals("CronJob")) {
      for (Container container : workload.pod().containers()) {
        if (MigrationDetector.toolOf(container).isPresent()) {
          return true;
        }
      }
    }
    return false;
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
  private void addStrayGate(LinkCandidate candidate) {
    for (Gate gate : candidate.workload().gates()) {
      if (gate instanceof Gate.JobPoll poll && isStray(poll)) {
        if (migrations.size() == 1) {
          candidate.add(ENOUGH + 1, "it waits for a Job, and this is the only migration");
        } else if (sharesStem(poll, candidate.job())) {
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
    for (Gate.Target target : poll.targets()) {
      if (migrationNames.contains(target.name())) {
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

  /** The gate that names the Job; else one that names no Job that there is. */
  private Optional<Gate.JobPoll> gateFor(MigrationJob job, Workload workload) {
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
