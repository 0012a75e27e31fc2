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
   * Where a text names a Job that was renamed, in order, and what to write there.
   *
   * @param role what the text is to Kubernetes: only in scripts and arguments do names stand inside
   */
  List<Splice> in(String text, FieldRole role) {
    List<Splice> found = new ArrayList<>();
    if (current.containsKey(text)) {
      found.add(new Splice(0, text.length(), current.get(text), false, false));
    } else if (role == FieldRole.WAIT_ARG || role == FieldRole.WAIT_SCRIPT) {
      int start = 0;
      for (int i = 0; i <= text.length(); i++) {
        if (i == text.length() || DELIMITERS.indexOf(text.charAt(i)) >= 0) {
          String now = start > 0 ? current.get(text.substring(start, i)) : null;
          if (now != null) {
            found.add(new Splice(start, i, now, false, false));
          }
          start = i + 1;
        }
      }
    }
    return found;
  }
}
