package dev.migrationgate.pattern.migration;

import dev.migrationgate.pattern.pod.NameStem;
import java.util.Optional;

/** What versioned names of Jobs look like from one release to the next. */
public final class JobName {
  /** Longer numbers are dates and build numbers, which all have one length. */
  private static final int COUNTED = 3;

  private JobName() {}

  /** A name without the version that it ends in. */
  public static String stem(String name) {
    return NameStem.of(name);
  }

  /**
   * A name that another release may well have and that starts with this one: {@code …-v1.2.10} for
   * {@code …-v1.2.1}, {@code …-v1.3.0-rc.1} for {@code …-v1.3.0}. Empty where no other name does.
   */
  public static Optional<String> longer(String name) {
    String version = name.substring(name.lastIndexOf('-') + 1);
    String numbers = version.startsWith("v") ? version.substring(1) : version;
    int dots = 0;
    int run = 0;
    for (int i = 0; i < numbers.length(); i++) {
      char c = numbers.charAt(i);
      if (c == '.') {
        dots++;
        run = 0;
      } else if (c >= '0' && c <= '9') {
        run++;
      } else {
        return Optional.empty();
      }
    }
    if (run == 0 || run > COUNTED) {
      return Optional.empty();
    }
    boolean first = numbers.endsWith(".0");
    return Optional.of(name + (first && dots == 2 ? "-rc.1" : "0"));
  }
}
