package dev.migrationgate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells by the name of a field, variable or option whether what it holds may be shown. */
final class SecretNames {
  /** What a word says that ends the name of something about a password, not of the password. */
  private static final Set<String> HARMLESS =
      Set.of(
          "name",
          "names",
          "file",
          "files",
          "filename",
          "path",
          "paths",
          "dir",
          "directory",
          "ref",
          "refs",
          "reference",
          "from",
          "ttl",
          "expiry",
          "expires",
          "expiration",
          "lifetime",
          "seconds",
          "minutes",
          "hours",
          "days",
          "length",
          "size",
          "count",
          "limit",
          "min",
          "max",
          "age",
          "prefix",
          "url",
          "uri",
          "host",
          "port",
          "endpoint",
          "issuer",
          "audience",
          "audiences",
          "type",
          "kind",
          "format",
          "algorithm",
          "alg",
          "encoding",
          "policy",
          "enabled",
          "disabled",
          "required",
          "allowed",
          "rotation",
          "interval",
          "timeout",
          "provider",
          "store",
          "manager",
          "version",
          "id",
          "ids",
          "user",
          "username",
          "role",
          "mount",
          "header",
          "field",
          "param",
          "namespace",
          "engine",
          "class",
          "annotation",
          "annotations",
          "label",
          "labels",
          "selector",
          "template",
          "projection",
          "review",
          "reviews",
          "request",
          "requests",
          "controller",
          "generator",
          "source",
          "sources",
          "driver",
          "reset",
          "strength",
          "validator",
          "regex",
          "pattern",
          "hint",
          "prompt");

  /** Whose key is a secret; that of a password is where to find it in a Secret. */
  private static final Set<String> KEY_HOLDERS =
      Set.of(
          "api",
          "access",
          "account",
          "secret",
          "private",
          "auth",
          "master",
          "shared",
          "encryption",
          "signing",
          "session",
          "app",
          "application",
          "storage",
          "ssh",
          "client",
          "jwt",
          "hmac",
          "cookie",
          "license",
          "crypto",
          "cipher",
          "aes",
          "rsa",
          "webhook",
          "deploy",
          "subscription");

  /** Whose secret is one; others, such as existingSecret, name the Secret that holds it. */
  private static final Set<String> SECRET_HOLDERS =
      Set.of(
          "client",
          "app",
          "shared",
          "api",
          "jwt",
          "session",
          "cookie",
          "webhook",
          "consumer",
          "signing",
          "auth",
          "oauth",
          "hmac",
          "token",
          "access",
          "bot",
          "encryption",
          "master",
          "csrf",
          "otp",
          "totp",
          "account",
          "user");

  private SecretNames() {}

  /** True for a name such as {@code PGPASSWORD}, {@code api-token} and {@code clientSecret}. */
  static boolean isSecret(String name) {
    List<String> words = words(name);
    while (!words.isEmpty() && Character.isDigit(words.get(words.size() - 1).charAt(0))) {
      words.remove(words.size() - 1);
    }
    if (words.isEmpty()) {
      return false;
    }
    int last = words.size() - 1;
    if (HARMLESS.contains(words.get(last))) {
      return false;
    }
    boolean capitals = isInCapitals(name);
    if (isSecret(words, last, capitals, name)) {
      return true;
    }
    // PASSWORD_OLD, SECRET_KEY_BASE, client-key-data.
    for (int i = 0; i < last; i++) {
      boolean spoken = capitals && (words.get(i).equals("token") || words.get(i).equals("secret"));
      if (spoken || isPassword(words.get(i)) || isKey(words, i)) {
        return !words.get(last).equals("key") && !words.get(last).equals("secret");
      }
    }
    return false;
  }

  /** True for a name that can hold nothing but a password, however it is written. */
  static boolean isPassword(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.contains("password")
        || lower.contains("passwd")
        || lower.contains("passphrase")
        || lower.endsWith("passcode")
        || lower.endsWith("pwd")
        || lower.equals("sshpass");
  }

  /** True for a name that may as well be that of what refers to a Secret. */
  static boolean isAmbiguous(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("secret") || name.equals("secretKey") || name.equals("accessKey");
  }

  private static boolean isSecret(List<String> words, int at, boolean capitals, String name) {
    String word = words.get(at);
    String before = at > 0 ? words.get(at - 1) : "";
    if (word.endsWith("secret")) {
      boolean joined = word.length() > "secret".length();
      boolean named = at == 0 || capitals || SECRET_HOLDERS.contains(before);
      return named || joined || (name.indexOf('_') >= 0 && !refers(before));
    }
    return isPassword(word)
        || word.equals("pass")
        || word.equals("pw")
        || word.equals("pgpass")
        || word.equals("storepass")
        || word.equals("keypass")
        || name.equals("REDISCLI_AUTH")
        || word.endsWith("token")
        || word.equals("sig")
        || word.endsWith("signature")
        || isKey(words, at);
  }

  private static boolean refers(String word) {
    return switch (word) {
      case "existing", "pull", "tls", "image", "password" -> true;
      default -> false;
    };
  }

  private static boolean isKey(List<String> words, int at) {
    String word = words.get(at);
    if (word.equals("key")) {
      return at > 0 && KEY_HOLDERS.contains(words.get(at - 1));
    }
    if (word.endsWith("key")) {
      String stem = word.substring(0, word.length() - "key".length());
      for (String holder : KEY_HOLDERS) {
        if (stem.endsWith(holder)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isInCapitals(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLowerCase(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Its words in small letters: those of {@code my_api-key}, {@code myAPIKey} are the same. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean letter = i < name.length() && Character.isLetterOrDigit(name.charAt(i));
      if (!letter || (i > start && startsWord(name, i))) {
        if (i > start) {
          words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = letter ? i : i + 1;
      }
    }
    return words;
  }

  private static boolean startsWord(String name, int at) {
    char c = name.charAt(at);
    char before = name.charAt(at - 1);
    if (Character.isDigit(c) != Character.isDigit(before)) {
      return true;
    }
    boolean behindAcronym = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
    return Character.isUpperCase(c) && (Character.isLowerCase(before) || behindAcronym);
  }
}
