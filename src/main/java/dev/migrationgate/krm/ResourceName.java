package dev.migrationgate.krm;

/** What Kubernetes accepts as the name of most resources: a DNS-1123 subdomain. */
public final class ResourceName {
  /** A Job's name is copied into a label of its pods, so it may be as long as a label's value. */
  public static final int MAX_JOB_NAME = 63;

  /** No name of any resource is longer. */
  public static final int MAX_LENGTH = 253;

  private ResourceName() {}

  /**
   * True for lower case letters, digits, {@code -} and {@code .}, each part between dots starting
   * and ending alphanumerically, of any length (k8s.io/apimachinery, IsDNS1123Subdomain).
   */
  public static boolean isLegal(CharSequence name) {
    boolean afterAlphanumeric = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (isAlphanumeric(c)) {
        afterAlphanumeric = true;
      } else if (c == '-' && i > 0 && name.charAt(i - 1) != '.') {
        afterAlphanumeric = false;
      } else if (c == '.' && afterAlphanumeric) {
        afterAlphanumeric = false;
      } else {
        return false;
      }
    }
    return afterAlphanumeric;
  }

  /** True when each character may stand somewhere in a name. */
  public static boolean hasLegalCharacters(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isAlphanumeric(c) && c != '-' && c != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
