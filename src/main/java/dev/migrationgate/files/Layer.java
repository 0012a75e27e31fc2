package dev.migrationgate.files;

import java.util.HashSet;
import java.util.Set;

/**
 * One kustomization of a build, and how far it reaches.
 *
 * @param sources the names of the texts whose resources go through it, its own included for what it
 *     generates
 * @param runsFunction true where it lists this program among its transformers
 */
public record Layer(Kustomization kustomization, Set<String> sources, boolean runsFunction) {
  public Layer {
    sources = Set.copyOf(sources);
  }

  /** The same, reaching less far. */
  Layer without(Set<String> others) {
    Set<String> left = new HashSet<>(sources);
    left.removeAll(others);
    return new Layer(kustomization, left, runsFunction);
  }
}
