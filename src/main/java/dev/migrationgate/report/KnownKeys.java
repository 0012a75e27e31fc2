package dev.migrationgate.report;

/** Finds keys that say by their own form what they are. */
final class KnownKeys {
  private static final String BEGIN = "-----BEGIN ";
  private static final String PRIVATE_KEY = "PRIVATE KEY";
  private static final String DASHES = "-----";

  /** What {@link #BEGIN} is in base64, and what follows it where no key is private. */
  private static final String BASE64_BEGIN = "LS0tLS1CRUdJTi";

  private static final String[] BASE64_PUBLIC = {"BDRVJU", "BQVUJM"};

  /** How tokens of well-known services begin. */
  private static final String[] PREFIXES = {
    "AKIA", "ASIA", "ghp_", "gho_", "ghs_", "ghu_", "ghr_", "github_pat_", "glpat-", "xoxb-",
    "xoxp-", "xoxa-", "xoxs-", "sk_live_", "sk_test_", "rk_live_", "AIza", "hvs.", "npm_", "SG.",
    "dop_v1_", "shpat_",
  };

  private static final int SHORTEST = 16;

  private KnownKeys() {}

  /** Adds what stands between the lines that begin and end a private key. */
  static void addPrivateKeys(String text, Spans spans) {
    int begin = text.indexOf(BEGIN);
    while (begin >= 0) {
      int label = begin + BEGIN.length();
      int dashes = text.indexOf(DASHES, label);
      if (dashes < 0) {
        return;
      }
      int key = dashes + DASHES.length();
      if (text.substring(label, Math.min(dashes, label + 40)).contains(PRIVATE_KEY)) {
        int end = text.indexOf(DASHES, key);
        spans.addLines(text, key, end < 0 ? text.length() : end);
        key = end < 0 ? text.length() : end;
      }
      begin = text.indexOf(BEGIN, key);
    }
  }

  /** True for a word that begins as only a key of a well-known service does. */
  static boolean isKey(String text, int start, int end) {
    if (end - start < SHORTEST) {
      return false;
    }
    for (String prefix : PREFIXES) {
      if (text.startsWith(prefix, start)) {
        return isRandom(text, start + prefix.length(), end);
      }
    }
    return text.startsWith("eyJ", start) && isJsonWebToken(text, start, end);
  }

  /** Where a private key in base64 ends that starts here, {@code start} where none does. */
  static int endOfBase64(String text, int start) {
    if (!text.startsWith(BASE64_BEGIN, start)) {
      return start;
    }
    for (String open : BASE64_PUBLIC) {
      if (text.startsWith(open, start + BASE64_BEGIN.length())) {
        return start;
      }
    }
    int end = start;
    while (end < text.length() && isBase64(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isBase64(char c) {
    return Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=';
  }

  private static boolean isRandom(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isJsonWebToken(String text, int start, int end) {
    int dot = start;
    while (dot < end && text.charAt(dot) != '.') {
      dot++;
    }
    return text.startsWith(".eyJ", dot);
  }
}
