package dev.migrationgate.pattern.gate;

import dev.migrationgate.pattern.pod.Image;

/** What the releases of k8s-wait-for do, as far as an image's tag tells which one it is. */
final class WaitForImage {
  private WaitForImage() {}

  /** True for a mirror too: they keep the name, some with a prefix or suffix of their own. */
  static boolean is(Image image) {
    return image.basename().contains("k8s-wait-for");
  }

  /** True for v1.6 and v1.7, rootless or not: on current clusters they end at once (RUN). */
  static boolean neverWaits(Image image) {
    String version = version(image);
    return isRelease(version, "1.6") || isRelease(version, "1.7");
  }

  /** True up to v2.0, the newest release; a tag that says no version says nothing. */
  static boolean passesWithoutStatus(Image image) {
    if (image.tag().equals("latest") || image.tag().isEmpty() && image.digest().isEmpty()) {
      return true;
    }
    String version = version(image);
    return isRelease(version, "1") || isRelease(version, "2.0") || version.equals("2");
  }

  /** True for a release that has a variant for pods that must not run as root, and is not it. */
  static boolean runsAsRoot(Image image) {
    String version = version(image);
    return !image.tag().contains("no-root") && (isRelease(version, "1") || isRelease(version, "2"));
  }

  /** {@code 1.7} of {@code v1.7} and of {@code no-root-v1.7}. */
  private static String version(Image image) {
    String tag = image.tag();
    return tag.substring(tag.indexOf('v') + 1);
  }

  private static boolean isRelease(String version, String release) {
    if (!version.startsWith(release)) {
      return false;
    }
    String rest = version.substring(release.length());
    return rest.isEmpty() || rest.charAt(0) == '.' || rest.charAt(0) == '-';
  }
}
