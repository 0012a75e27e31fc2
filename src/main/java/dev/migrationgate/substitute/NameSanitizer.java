package dev.migrationgate.substitute;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Makes a value fit for a Kubernetes name: a DNS-1123 subdomain, as
 * k8s.io/apimachinery/pkg/util/validation defines it.
 *
 * <p>Sanitising loses information ({@code 1.0_a} and {@code 1-0-a}), so a short hash of the raw
 * value is added whenever anything changed.
 */
public final class NameSanitizer {
  private static final int HASH_BYTES = 4;

  private NameSanitizer() {}

  /** The value in lower case, every illegal run a {@code -}, trimmed, with 8 hex digits behind. */
  public static String sanitize(String raw) {
    StringBuilder name = new StringBuilder();
    int i = 0;
    while (i < raw.length()) {
      int end = runEnd(raw, i);
      if (end == i) {
        name.append(Character.toLowerCase(raw.charAt(i)));
        i++;
      } else {
        name.append(isLegalRun(raw, i, end) ? raw.substring(i, end) : "-");
        i = end;
      }
    }
    trim(name);
    if (name.length() > 0) {
      name.append('-');
    }
    appendHash(raw, name);
    return name.toString();
  }

  /** Where the run of characters that are no letters or digits ends. */
  private static int runEnd(String raw, int start) {
    int end = start;
    while (end < raw.length() && !isAlphanumeric(Character.toLowerCase(raw.charAt(end)))) {
      end++;
    }
    return end;
  }

  private static boolean isLegalRun(String raw, int start, int end) {
    if (end - start == 1 && raw.charAt(start) == '.') {
      return true;
    }
    for (int i = start; i < end; i++) {
      if (raw.charAt(i) != '-') {
        return false;
      }
    }
    return true;
  }

  private static void trim(StringBuilder name) {
    while (name.length() > 0 && !isAlphanumeric(name.charAt(name.length() - 1))) {
      name.setLength(name.length() - 1);
    }
    int start = 0;
    while (start < name.length() && !isAlphanumeric(name.charAt(start))) {
      start++;
    }
    name.delete(0, start);
  }

  private static void appendHash(String raw, StringBuilder name) {
    byte[] digest;
    try {
      digest = MessageDigest.getInstance("SHA-256").digest(raw.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    for (int i = 0; i < HASH_BYTES; i++) {
      name.append(Character.forDigit((digest[i] >> 4) & 0xF, 16));
      name.append(Character.forDigit(digest[i] & 0xF, 16));
    }
  }

  /** True for a value that a label may have. */
  static boolean isLabelValue(String text) {
    if (text.isEmpty()) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inner = i > 0 && i + 1 < text.length();
      if (!isAlphanumeric(c)
          && !(c >= 'A' && c <= 'Z')
          && !(inner && (c == '-' || c == '_' || c == '.'))) {
        return false;
      }
    }
    return text.length() <= 63;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
