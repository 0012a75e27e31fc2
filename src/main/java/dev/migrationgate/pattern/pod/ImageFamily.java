package dev.migrationgate.pattern.pod;

/** What an image and its sister for migrations have in common. */
public final class ImageFamily {
  private ImageFamily() {}

  /**
   * The repository without what tells a migration's image from its service's: {@code registry/shop}
   * of {@code registry/shop-migration} and of {@code registry/shop/service}.
   */
  public static String of(Image image) {
    String repository = image.canonicalRepository();
    int slash = repository.lastIndexOf('/');
    String base = NameStem.withoutMigration(image.basename());
    boolean onlyRole = base.isEmpty() || base.equals("service") || base.equals("app");
    return onlyRole && slash > 0
        ? repository.substring(0, slash)
        : repository.substring(0, slash + 1) + base;
  }
}
