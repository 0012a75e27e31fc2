package dev.migrationgate.substitute;

import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Scalar;

/**
 * How much the expressions of one build may add to its text: a long value that is used often makes
 * of a small input one that no memory holds. docs/limits.md has the figure.
 */
final class Allowance {
  /** In UTF-16 units. */
  static final int MOST_ADDED = 64 << 20;

  private final int most;
  private int left;

  Allowance(int most) {
    this.most = most;
    this.left = most;
  }

  int left() {
    return left;
  }

  /**
   * Takes what the expressions of a scalar added.
   *
   * @param path the scalar's path, for a person
   * @throws InvalidInput when it is more than there is left
   */
  void take(int added, Resource resource, Scalar scalar, String path) {
    if (added > left) {
      throw new InvalidInput(
          resource.source().name()
              + ":"
              + resource.line(scalar)
              + ": "
              + resource.identity()
              + ": variables grow this input past "
              + most
              + " characters in "
              + path
              + "; use a shorter value, or use it less often");
    }
    left -= added;
  }
}
