package dev.migrationgate.pattern.source;

import dev.migrationgate.krm.Resource;

/**
 * A patch of a kustomization that was not built: it may say otherwise than the resource does.
 *
 * @param kind what it changes, empty for any
 * @param name the name of what it changes, empty for any; kustomize takes it as a regular
 *     expression
 * @param text the patch, strategic merge or JSON 6902
 * @param file where it is written
 */
public record Patch(String kind, String name, String text, String file) {

  /** True when it may change a resource where this word stands. */
  public boolean mayChange(Resource resource, String word) {
    return (kind.isEmpty() || kind.equals(resource.kind()))
        && (name.isEmpty() || isPattern() || resource.names().contains(name))
        && text.contains(word);
  }

  private boolean isPattern() {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-' && c != '.' && c != '_') {
        return true;
      }
    }
    return false;
  }
}
