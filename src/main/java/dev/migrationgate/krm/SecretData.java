package dev.migrationgate.krm;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The values under {@code data} of a Secret. */
public final class SecretData {
  private SecretData() {}

  /** What a value says, read as UTF-8; empty where it is no base64. */
  public static Optional<String> decode(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
