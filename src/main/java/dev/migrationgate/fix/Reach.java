package dev.migrationgate.fix;

/** How far the fixes of a rule go. */
public enum Reach {
  /** Nothing mends what the rule finds. */
  NONE,
  /** They cannot change what runs, or who may do what. */
  SAFE,
  /** They add or change what runs or who may do what, behind guards. */
  WIRE
}
