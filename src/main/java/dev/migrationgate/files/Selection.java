package dev.migrationgate.files;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/**
 * Which files of a folder are read: those that match an {@code include}, or all where there is
 * none, without those that match an {@code exclude}. A glob is matched against the path below the
 * folder of the configuration; one without a slash against the name alone.
 */
public final class Selection {
  /** Everything. */
  public static final Selection ALL = new Selection(Path.of(""), List.of(), List.of());

  private final Path base;
  private final List<String> include;
  private final List<String> exclude;

  /**
   * @param base the folder that the globs start from
   */
  public Selection(Path base, List<String> include, List<String> exclude) {
    this.base = base.toAbsolutePath().normalize();
    this.include = List.copyOf(include);
    this.exclude = List.copyOf(exclude);
  }

  /** True for a file that is to be read. */
  boolean takes(Path file) {
    return (include.isEmpty() || matches(include, file)) && !leavesOut(file);
  }

  /** True for a file or folder that is left out with all that is in it. */
  boolean leavesOut(Path path) {
    return matches(exclude, path);
  }

  private boolean matches(List<String> globs, Path path) {
    Path relative = base.relativize(path.toAbsolutePath().normalize());
    return globs.stream().anyMatch(glob -> matches(glob, relative));
  }

  private static boolean matches(String glob, Path path) {
    String trimmed = glob.startsWith("./") ? glob.substring(2) : glob;
    String pattern = trimmed.endsWith("/") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
    if (pattern.indexOf('/') < 0) {
      return path.getFileName() != null && matcher(pattern).matches(path.getFileName());
    }
    return matcher(pattern).matches(path)
        || (pattern.endsWith("/**")
            && matcher(pattern.substring(0, pattern.length() - "/**".length())).matches(path))
        // To Java's globs a leading **/ is at least one folder, to everybody else's none as well.
        || (pattern.startsWith("**/") && matches(pattern.substring("**/".length()), path));
  }

  private static PathMatcher matcher(String glob) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }
}
