package dev.migrationgate.pattern;

import dev.migrationgate.krm.Groups;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.MigrationJob;
import java.util.Iterator;
import java.util.List;

/** Which workload depends on which migration: one by one, by the migration, or by the workload. */
public final class Links implements Iterable<Link> {
  private final List<Link> all;
  private final Groups<Integer, Link> byJob = new Groups<>();
  private final Groups<Integer, Link> byWorkload = new Groups<>();

  public Links(List<Link> all) {
    this.all = List.copyOf(all);
    for (Link link : all) {
      byJob.add(link.job().resource().position(), link);
      byWorkload.add(link.workload().resource().position(), link);
    }
  }

  @Override
  public Iterator<Link> iterator() {
    return all.iterator();
  }

  /** The links of one migration. */
  public List<Link> of(MigrationJob job) {
    return byJob.of(job.resource().position());
  }

  /** The links of one workload. */
  public List<Link> of(Workload workload) {
    return byWorkload.of(workload.resource().position());
  }
}
