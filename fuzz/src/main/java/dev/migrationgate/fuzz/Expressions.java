package dev.migrationgate.fuzz;

import dev.migrationgate.substitute.Evaluation;
import dev.migrationgate.substitute.Part;
import dev.migrationgate.substitute.Template;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Any text as a template: its parts cover it, and each expression has an outcome. */
public final class Expressions {
  private Expressions() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    int at = 0;
    for (Part part : Template.parse(text).parts()) {
      if (part.start() != at || part.end() <= at) {
        throw new AssertionError("a gap at " + at);
      }
      at = part.end();
      if (part instanceof Part.Expression expression) {
        List<Part> alone = Template.parse(text.substring(part.start(), part.end())).parts();
        if (alone.size() != 1 || !(alone.get(0) instanceof Part.Expression)) {
          throw new AssertionError("otherwise when it stands alone: " + expression);
        }
        Evaluation.of(expression, Expressions::value);
        Evaluation.of(expression, name -> Optional.empty());
      }
    }
    if (at != text.length()) {
      throw new AssertionError("the text ends at " + text.length() + ", its parts at " + at);
    }
  }

  private static Optional<String> value(String name) {
    return name.length() % 3 == 0
        ? Optional.empty()
        : Optional.of(name.length() % 3 == 1 ? "v1.2-\u00e9\ud83d\ude80/aa*" : "");
  }
}
