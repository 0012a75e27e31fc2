package dev.migrationgate.krm;

/** Who runs the program, as far as the input tells. */
public enum Host {
  /**
   * kustomize or kubectl kustomize: scalars have been parsed before, order is lost, no comments.
   */
  KUSTOMIZE,
  /** kpt fn: items carry the path and index of their file. */
  KPT,
  /** Something else that speaks ResourceList. */
  OTHER,
  /** A pipe, files or folders: plain YAML in, plain YAML out. */
  STREAM
}
