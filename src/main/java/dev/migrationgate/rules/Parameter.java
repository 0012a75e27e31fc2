package dev.migrationgate.rules;

import java.util.List;

/**
 * A setting of a rule.
 *
 * @param name its key under the rule in the configuration
 * @param description what it does, one sentence
 * @param defaults the value without configuration: one text, or several for a list
 * @param form what it takes
 */
public record Parameter(String name, String description, List<String> defaults, Form form) {
  private static final int DIGEST_LENGTH = "sha256:".length() + 64;

  public Parameter {
    defaults = List.copyOf(defaults);
  }

  /** What a parameter takes. */
  public enum Form {
    TEXTS("texts"),
    TEXT("one text"),
    NUMBER("one whole number, such as 0"),
    DURATION("one duration, such as 10m or 90s"),
    DIGEST("sha256: and 64 hexadecimal digits"),
    GATE("kubectl-wait, k8s-wait-for or database");

    private final String demand;

    Form(String demand) {
      this.demand = demand;
    }

    /** What to write, which follows {@code must be}. */
    public String demand() {
      return demand;
    }
  }

  /** True for what this parameter takes. */
  public boolean accepts(List<String> values) {
    if (form == Form.TEXTS) {
      return true;
    }
    return values.size() == 1 && !values.get(0).isBlank() && accepts(values.get(0));
  }

  private boolean accepts(String value) {
    return switch (form) {
      case TEXTS -> true;
      case TEXT -> value.indexOf(' ') < 0;
      case NUMBER -> value.length() <= 9 && consistsOf(value, "0123456789");
      case DURATION ->
          value.length() <= 9
              && "smh".indexOf(value.charAt(value.length() - 1)) >= 0
              && value.length() > 1
              && consistsOf(value.substring(0, value.length() - 1), "0123456789");
      case DIGEST ->
          value.length() == DIGEST_LENGTH
              && value.startsWith("sha256:")
              && consistsOf(value.substring("sha256:".length()), "0123456789abcdef");
      case GATE ->
          value.equals("kubectl-wait") || value.equals("k8s-wait-for") || value.equals("database");
    };
  }

  private static boolean consistsOf(String text, String letters) {
    for (int i = 0; i < text.length(); i++) {
      if (letters.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
