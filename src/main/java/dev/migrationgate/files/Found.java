package dev.migrationgate.files;

import java.util.List;

/**
 * What paths lead to.
 *
 * @param units what is to be judged, in the order of the paths and of the names below them
 * @param unreadable what is no YAML or cannot be read, one line each
 * @param templates the files that some template engine must render first
 * @param missing what a kustomization refers to and is not there, one line each
 * @param notes what was passed over, one line each
 */
public record Found(
    List<Unit> units,
    List<String> unreadable,
    List<String> templates,
    List<String> missing,
    List<String> notes) {
  public Found {
    units = List.copyOf(units);
    unreadable = List.copyOf(unreadable);
    templates = List.copyOf(templates);
    missing = List.copyOf(missing);
    notes = List.copyOf(notes);
  }
}
