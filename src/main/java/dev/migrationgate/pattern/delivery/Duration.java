package dev.migrationgate.pattern.delivery;

import java.util.OptionalLong;

/** A duration as Go writes it: {@code 90s}, {@code 5m}, {@code 1h30m}. */
final class Duration {
  private Duration() {}

  /** Whole seconds, empty for what is no such duration. */
  static OptionalLong seconds(String text) {
    long total = 0;
    long number = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        number = (number < 0 ? 0 : number) * 10 + (c - '0');
        continue;
      }
      long unit =
          switch (c) {
            case 's' -> 1;
            case 'm' -> 60;
            case 'h' -> 3600;
            default -> 0;
          };
      if (unit == 0 || number < 0) {
        return OptionalLong.empty();
      }
      total += number * unit;
      number = -1;
    }
    return number < 0 && !text.isEmpty() ? OptionalLong.of(total) : OptionalLong.empty();
  }
}
