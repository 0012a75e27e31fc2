package dev.migrationgate.substitute;

import dev.migrationgate.krm.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The Jobs that kustomize renamed, so that wait arguments can follow them.
 *
 * <p>kustomize follows its own prefixes and suffixes in the references that it knows; the arguments
 * of a container are not among them (kustomize 5.8, RUN).
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

  /**
   * Where a text names a Job that was renamed, and what to write there.
   *
   * @param role what the text is to Kubernetes: only in scripts and arguments do names stand inside
   */
  List<Splice> in(String text, FieldRole role) {
    List<Splice> found = new ArrayList<>();
    for (Map.Entry<String, String> rename : current.entrySet()) {
      String former = rename.getKey();
      if (text.equals(former)) {
        return List.of(new Splice(0, text.length(), rename.getValue(), false, false));
      }
      int at = text.indexOf(former);
      while (at >= 0 && (role == FieldRole.WAIT_ARG || role == FieldRole.WAIT_SCRIPT)) {
        int end = at + former.length();
        if (isWhole(text, at, end)) {
          found.add(new Splice(at, end, rename.getValue(), false, false));
        }
        at = text.indexOf(former, end);
      }
    }
    return found;
  }

  private static boolean isWhole(String text, int start, int end) {
    return start > 0
        && DELIMITERS.indexOf(text.charAt(start - 1)) >= 0
        && (end == text.length() || DELIMITERS.indexOf(text.charAt(end)) >= 0);
  }
}
