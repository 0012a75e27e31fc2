package dev.migrationgate.substitute;

import dev.migrationgate.krm.Resource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The Jobs that kustomize renamed, so that wait arguments can follow them.
 *
 * <p>kustomize follows its own prefixes and suffixes in the references that it knows; the arguments of
 * a container are not among them (kustomize 5.8, RUN).
 */
final class RenamedJobs {
  private static final String DELIMITERS = " \t\r\n/,=;\"'`|&()";

  private final Map<String, String> current = new HashMap<>();

  RenamedJobs(List<Resource> resources) {
    Set<String> taken = new HashSet<>();
    Set<String> ambiguous = new HashSet<>();
    for (Resource resource : resources) {
      if (!resource.is("batch", "Job")) {
        continue;
      }
      List<String> names = resource.names();
      taken.add(names.get(0));
      for (String former : names.subList(1, names.size())) {
        String other = current.put(former, names.get(0));
        if (other != null && !other.equals(names.get(0))) {
          ambiguous.add(former);
        }
      }
    }
    current.keySet().removeAll(taken);
    current.keySet().removeAll(ambiguous);
  }

  /** True when nothing was renamed, as everywhere but under kustomize. */
  boolean isEmpty() {
    return current.isEmpty();
  }

  /** The former names that a text refers to, each with the name to write instead. */
  Map<String, String> in(String text, FieldRole role) {
    Map<String, String> found = new HashMap<>();
    for (Map.Entry<String, String> rename : current.entrySet()) {
      if (!replace(text, rename.getKey(), rename.getValue(), role).equals(text)) {
        found.put(rename.getKey(), rename.getValue());
      }
    }
    return found;
  }

  /** The text with one name in place of another, wherever it stands as the name of a Job. */
  static String replace(String text, String former, String now, FieldRole role) {
    if (text.equals(former)) {
      return now;
    }
    if (role != FieldRole.WAIT_ARG && role != FieldRole.WAIT_SCRIPT) {
      return text;
    }
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    int at = text.indexOf(former);
    while (at >= 0) {
      int end = at + former.length();
      boolean whole =
          at > 0
              && DELIMITERS.indexOf(text.charAt(at - 1)) >= 0
              && (end == text.length() || DELIMITERS.indexOf(text.charAt(end)) >= 0);
      replaced.append(text, from, at).append(whole ? now : former);
      from = end;
      at = text.indexOf(former, end);
    }
    return replaced.append(text, from, text.length()).toString();
  }
}
