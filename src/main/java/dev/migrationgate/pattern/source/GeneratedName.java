package dev.migrationgate.pattern.source;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.pod.PodReference;

/** Tells names that kustomize makes of the content of a ConfigMap or Secret. */
public final class GeneratedName {
  private static final String NEEDS_HASH = "internal.config.kubernetes.io/needsHashSuffix";
  private static final int LENGTH = 10;

  /** What a hash may consist of (kustomize api/hasher, encode). */
  private static final String ALPHABET = "2456789bcdfghkmt";

  private GeneratedName() {}

  /**
   * True when the name ends in such a hash, or is going to: a function runs before it is put in.
   */
  public static boolean isIn(PodReference reference, Resources resources) {
    if (endsInHash(reference.name())) {
      return true;
    }
    for (Resource resource : resources.named("", reference.kind(), reference.name(), "")) {
      if (resource.annotation(NEEDS_HASH).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsInHash(String name) {
    int dash = name.lastIndexOf('-');
    if (dash < 0 || name.length() - dash - 1 != LENGTH) {
      return false;
    }
    for (int i = dash + 1; i < name.length(); i++) {
      if (ALPHABET.indexOf(name.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
