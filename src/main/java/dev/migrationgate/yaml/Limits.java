package dev.migrationgate.yaml;

/**
 * How much one input may hold: far more than Kubernetes takes, and little enough that no input
 * takes the machine down. docs/limits.md lists them.
 *
 * @param inputBytes the size of stdin, or of one file
 * @param documents how many documents it may have
 * @param depth how deep collections may stand inside each other
 * @param aliasedNodes how many nodes aliases may add to what is written, when every one is expanded
 * @param scalarLength how many UTF-16 units one key or value may have
 */
public record Limits(int inputBytes, int documents, int depth, int aliasedNodes, int scalarLength) {

  /** The ones that hold. */
  public static final Limits DEFAULT = new Limits(256 << 20, 1_000_000, 1_000, 1_000_000, 64 << 20);
}
