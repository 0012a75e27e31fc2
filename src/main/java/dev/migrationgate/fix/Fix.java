package dev.migrationgate.fix;

/** What would mend one finding. It is cheap to make, and plans nothing until somebody asks. */
public interface Fix {

  /**
   * What it would change, or why it does not.
   *
   * @param around what was read and understood with the finding
   */
  Plan plan(Surroundings around);

  /** True where it renames a resource: such fixes go first, since others write the name down. */
  default boolean renames() {
    return false;
  }
}
