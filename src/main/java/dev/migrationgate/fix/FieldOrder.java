package dev.migrationgate.fix;

import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import java.util.List;

/** Where a new field stands among those that are there: as people are used to read them. */
final class FieldOrder {
  private static final List<String> ORDER =
      List.of(
          "apiVersion",
          "kind",
          "metadata",
          "name",
          "generateName",
          "namespace",
          "labels",
          "annotations",
          "spec",
          "parallelism",
          "completions",
          "backoffLimit",
          "activeDeadlineSeconds",
          "ttlSecondsAfterFinished",
          "selector",
          "template",
          "restartPolicy",
          "serviceAccountName",
          "automountServiceAccountToken",
          "securityContext",
          "initContainers",
          "containers",
          "image",
          "imagePullPolicy",
          "command",
          "args",
          "env",
          "resources",
          "volumeMounts",
          "volumes");

  private FieldOrder() {}

  /** The place of a new key among a mapping's entries. */
  static int placeOf(String key, Mapping mapping) {
    List<Entry> entries = mapping.entries();
    int own = ORDER.indexOf(key);
    if (own < 0) {
      return entries.size();
    }
    int place = -1;
    int firstLater = -1;
    for (int i = 0; i < entries.size(); i++) {
      int other = ORDER.indexOf(entries.get(i).name());
      if (other >= 0 && other < own) {
        place = i + 1;
      } else if (other > own && firstLater < 0) {
        firstLater = i;
      }
    }
    if (place >= 0) {
      return place;
    }
    return firstLater >= 0 ? firstLater : entries.size();
  }
}
