package dev.migrationgate.substitute;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * <code>${V:offset:length}</code>: offsets count bytes of UTF-8, and both numbers are cut to what
 * the value has (fluxcd/pkg envsubst, 2026-07).
 */
final class Slicing {
  private Slicing() {}

  static Outcome of(String value, String offset, Optional<String> length) {
    Optional<Long> from = number(offset);
    if (from.isEmpty()) {
      return noNumber(offset);
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    long start = from.get() < 0 ? Math.max(0, bytes.length + from.get()) : from.get();
    start = Math.min(start, bytes.length);
    long end = bytes.length;
    if (length.isPresent()) {
      Optional<Long> count = number(length.get());
      if (count.isEmpty()) {
        return noNumber(length.get());
      }
      if (count.get() < 0) {
        return new Outcome.Failed(
            "the negative length " + length.get() + " crashes Flux before envsubst 1.7.1");
      }
      end = count.get() < end - start ? start + count.get() : end;
    }
    if (start < end && (isInsideCharacter(bytes, start) || isInsideCharacter(bytes, end))) {
      return new Outcome.Failed("Flux counts bytes and would cut a character in half");
    }
    return new Outcome.Value(
        new String(bytes, (int) start, (int) (end - start), StandardCharsets.UTF_8));
  }

  private static boolean isInsideCharacter(byte[] utf8, long index) {
    return index < utf8.length && (utf8[(int) index] & 0xC0) == 0x80;
  }

  /** What Go's strconv.Atoi reads: ASCII digits with a sign or none, within 64 bits. */
  private static Optional<Long> number(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Outcome noNumber(String argument) {
    return new Outcome.Failed(
        "\"" + argument + "\" is no number, and Flux would take the whole value");
  }
}
