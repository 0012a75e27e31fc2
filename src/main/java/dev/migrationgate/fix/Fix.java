package dev.migrationgate.fix;

import dev.migrationgate.krm.Manifests;
import dev.migrationgate.pattern.Rollout;

/** What would mend one finding. It is cheap to make, and plans nothing until somebody asks. */
public interface Fix {

  /**
   * What it would change, or why it does not.
   *
   * @param rollout what the rules looked at
   * @param manifests all that was read, what no rule judges included
   */
  Plan plan(Rollout rollout, Manifests manifests);

  /** True where it renames a resource: such fixes go first, since others write the name down. */
  default boolean renames() {
    return false;
  }
}
