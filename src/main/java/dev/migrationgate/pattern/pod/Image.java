package dev.migrationgate.pattern.pod;

/**
 * An image reference, taken apart.
 *
 * @param repository registry and path, as written
 * @param tag empty when there is none
 * @param digest empty when there is none, else {@code algorithm:hex}
 */
public record Image(String repository, String tag, String digest) {

  /** Takes any text apart; never fails. */
  public static Image parse(String text) {
    int at = text.indexOf('@');
    String digest = at < 0 ? "" : text.substring(at + 1);
    String named = at < 0 ? text : text.substring(0, at);
    int colon = named.lastIndexOf(':');
    boolean tagged = colon > named.lastIndexOf('/');
    return new Image(
        tagged ? named.substring(0, colon) : named,
        tagged ? named.substring(colon + 1) : "",
        digest);
  }

  /** The last part of the path: {@code k8s-wait-for} of {@code ghcr.io/groundnuty/k8s-wait-for}. */
  public String basename() {
    return repository.substring(repository.lastIndexOf('/') + 1);
  }

  /**
   * True when the image says which build it is: by a digest, or a tag that is not {@code latest}.
   */
  public boolean isPinned() {
    return !digest.isEmpty() || !(tag.isEmpty() || tag.equals("latest"));
  }

  /**
   * True for a tag that names one release, such as {@code 1.4.0} or {@code main-3f2c1ab}; {@code
   * production} and {@code main} move on.
   */
  public boolean hasReleaseTag() {
    for (String part : tag.split("-")) {
      if (NameStem.isVersion(part)) {
        return true;
      }
    }
    return false;
  }

  /** The repository without what Docker adds by itself. */
  public String canonicalRepository() {
    String name = repository;
    for (String prefix : new String[] {"docker.io/", "index.docker.io/", "library/"}) {
      if (name.startsWith(prefix)) {
        name = name.substring(prefix.length());
      }
    }
    return name;
  }

  /**
   * True for what a registry accepts as a tag: {@code [A-Za-z0-9_][A-Za-z0-9_.-]{0,127}} (OCI
   * distribution specification 1.1, Pulling manifests).
   */
  public static boolean isTag(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
      if (!word && (i == 0 || (c != '.' && c != '-'))) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= 128;
  }
}
