package dev.migrationgate.substitute;

import dev.migrationgate.krm.ResourceName;
import java.util.List;
import java.util.Set;

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
  private final Set<ScalarResolver.Note> notes;

  /**
   * What is a name, or not, as a whole.
   *
   * @param end up to where it is that of further values, too
   */
  private record Token(int end, boolean isLegal, boolean namesJob) {
    static final Token NONE = new Token(-1, false, false);
  }

  NameSplices(FieldRole role, String text, List<Splice> splices, Set<ScalarResolver.Note> notes) {
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
    // Many values may stand in one token, and it is looked at once.
    Token token = Token.NONE;
    for (int i = 0; i < splices.size(); i++) {
      Splice splice = splices.get(i);
      int start = splice.start() + shift;
      int end = start + splice.text().length();
      shift += splice.text().length() - (splice.end() - splice.start());
      if (end > token.end()) {
        token = token(raw, start, end);
      }
      if (splice.isValue()
          && end > start
          && breaksName(token, raw.substring(start, end), byPlace)) {
        String name = NameSanitizer.sanitize(splice.text());
        notes.add(new ScalarResolver.Note(Problem.Kind.SANITISED, splice.text(), name));
        splices.set(i, splice.withText(name));
      }
    }
  }

  private boolean breaksName(Token token, String value, boolean byPlace) {
    return switch (role) {
      case LABEL -> !token.isLegal() && !NameSanitizer.isLabelValue(value);
      case NAME -> breaks(token, value, byPlace);
      default -> token.namesJob() && breaks(token, value, byPlace);
    };
  }

  private static boolean breaks(Token token, String value, boolean byPlace) {
    if (token.isLegal()) {
      return false;
    }
    return byPlace ? !ResourceName.isLegal(value) : !ResourceName.hasLegalCharacters(value);
  }

  /** What a value stands in. */
  private Token token(String raw, int start, int end) {
    return switch (role) {
      case LABEL -> new Token(raw.length(), NameSanitizer.isLabelValue(raw), false);
      case NAME -> new Token(raw.length(), ResourceName.isLegal(raw), false);
      default -> {
        int from = tokenStart(raw, start);
        int to = tokenEnd(raw, end);
        boolean isJob = role == FieldRole.WAIT_ARG || followsJob(raw, from);
        boolean holdsOne = tokenEnd(raw, start) == to;
        boolean isLegal = isJob && ResourceName.isLegal(raw.substring(from, to));
        yield new Token(holdsOne ? to : -1, isLegal, isJob);
      }
    };
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
