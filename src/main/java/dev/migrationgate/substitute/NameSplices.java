package dev.migrationgate.substitute;

import dev.migrationgate.krm.ResourceName;
import java.util.List;

/**
 * Sanitises the values that make a name illegal, and no others.
 *
 * <p>A name is legal or not as a whole ({@code ${PREFIX}app} may end its value in a dash), so the
 * token around each value decides.
 */
final class NameSplices {
  private static final String DELIMITERS = " \t\r\n/,=:;\"'`|&()<>[]{}";

  private final FieldRole role;
  private final String text;
  private final List<Splice> splices;
  private final List<ScalarResolver.Note> notes;

  NameSplices(FieldRole role, String text, List<Splice> splices, List<ScalarResolver.Note> notes) {
    this.role = role;
    this.text = text;
    this.splices = splices;
    this.notes = notes;
  }

  void sanitize() {
    switch (role) {
      case NAME, LABEL, WAIT_ARG, WAIT_SCRIPT -> {}
      default -> {
        return;
      }
    }
    if (role == FieldRole.WAIT_ARG && text.startsWith("-")) {
      return;
    }
    // What cannot stand in any name goes first; then what is still wrong is wrong by its place.
    sanitize(false);
    sanitize(true);
  }

  private void sanitize(boolean byPlace) {
    String raw = Splice.apply(text, splices);
    int shift = 0;
    for (int i = 0; i < splices.size(); i++) {
      Splice splice = splices.get(i);
      int start = splice.start() + shift;
      int end = start + splice.text().length();
      shift += splice.text().length() - (splice.end() - splice.start());
      if (splice.isValue() && end > start && breaksName(raw, start, end, byPlace)) {
        String name = NameSanitizer.sanitize(splice.text());
        notes.add(new ScalarResolver.Note(Problem.Kind.SANITISED, splice.text(), name));
        splices.set(i, splice.withText(name));
      }
    }
  }

  private boolean breaksName(String raw, int start, int end, boolean byPlace) {
    String value = raw.substring(start, end);
    return switch (role) {
      case LABEL -> !NameSanitizer.isLabelValue(raw) && !NameSanitizer.isLabelValue(value);
      case NAME -> breaks(raw, value, byPlace);
      default -> {
        int from = tokenStart(raw, start);
        boolean isJob = role == FieldRole.WAIT_ARG || followsJob(raw, from);
        yield isJob && breaks(raw.substring(from, tokenEnd(raw, end)), value, byPlace);
      }
    };
  }

  private static boolean breaks(String token, String value, boolean byPlace) {
    if (ResourceName.isLegal(token)) {
      return false;
    }
    return byPlace ? !ResourceName.isLegal(value) : !ResourceName.hasLegalCharacters(value);
  }

  private static int tokenStart(String raw, int at) {
    int start = at;
    while (start > 0 && DELIMITERS.indexOf(raw.charAt(start - 1)) < 0) {
      start--;
    }
    return start;
  }

  private static int tokenEnd(String raw, int at) {
    int end = at;
    while (end < raw.length() && DELIMITERS.indexOf(raw.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** In a shell command only what follows {@code job/} or {@code job} is the name of a Job. */
  private static boolean followsJob(String raw, int tokenStart) {
    if (tokenStart == 0) {
      return false;
    }
    int end = tokenStart - 1;
    int start = tokenStart(raw, end);
    String word = raw.substring(start, end);
    return switch (word) {
      case "job", "jobs", "job.batch", "jobs.batch", "job.v1.batch", "jobs.v1.batch" -> true;
      default -> false;
    };
  }
}
