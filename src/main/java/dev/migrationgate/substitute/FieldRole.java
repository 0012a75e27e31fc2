package dev.migrationgate.substitute;

/** What a scalar is to Kubernetes, as far as substitution must know. */
public enum FieldRole {
  /** A container image. */
  IMAGE,
  /** A resource's name, or a reference to one. */
  NAME,
  /** The value of a label, or of a selector of labels. */
  LABEL,
  /** An argument of a container that waits for a Job: it may hold the Job's name. */
  WAIT_ARG,
  /** A script that waits for a Job: names of Jobs may stand in it, beside variables of its own. */
  WAIT_SCRIPT,
  /** A field that Kubernetes types as integer or boolean. */
  NUMBER,
  /** Any other field that Kubernetes types as string. */
  TEXT,
  /** A field of a kind whose types we do not know. */
  UNTYPED;

  /** True where a placeholder that nothing declares can only be a mistake. */
  public boolean mustResolve() {
    return this == IMAGE || this == NAME || this == LABEL || this == WAIT_ARG;
  }
}
