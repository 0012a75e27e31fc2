package dev.migrationgate.check;

import dev.migrationgate.check.ReportedFinding.ResourceId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells findings apart by what they are about, not by where they stand: rule, file, resource and
 * field. What looks like a version in a name does not count, so that a release keeps the
 * fingerprints of the one before.
 */
final class Fingerprints {
  private static final int HEX_DIGITS = 32;
  private static final Pattern VERSION =
      Pattern.compile("(?s)-(?:v?\\d[\\w.]*+|\\$\\{[^}]{0,256}+}.*+)\\z");

  private final Map<String, Integer> seen = new HashMap<>();

  /** The fingerprint of the next finding of this kind. */
  String next(
      String rule, Optional<String> file, Optional<ResourceId> resource, Optional<String> field) {
    String key =
        String.join(
            "\n",
            rule,
            file.map(Fingerprints::inRepository).orElse(""),
            resource.map(Fingerprints::identity).orElse(""),
            field.orElse(""));
    int count = seen.merge(key, 1, Integer::sum);
    return hash(key + "\n" + count);
  }

  private static String identity(ResourceId id) {
    return id.kind() + "/" + id.namespace() + "/" + VERSION.matcher(id.name()).replaceFirst("");
  }

  /** The path from the repository's root, so that it does not matter where somebody stands. */
  private static String inRepository(String file) {
    Path path = Path.of(file).toAbsolutePath().normalize();
    for (Path folder = path.getParent(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return folder.relativize(path).toString().replace('\\', '/');
      }
    }
    return Path.of("").toAbsolutePath().relativize(path).toString().replace('\\', '/');
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
