package dev.migrationgate.files;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which files of a folder are read: those that match an {@code include}, or all where there is
 * none, without those that match an {@code exclude}. A glob is matched against the path below the
 * folder of the configuration; one without a slash against the name alone.
 */
public final class Selection {
  /** Everything. */
  public static final Selection ALL = new Selection(Path.of(""), List.of(), List.of());

  private final Path base;
  private final List<Glob> include;
  private final List<Glob> exclude;

  /**
   * @param base the folder that the globs start from
   * @throws dev.migrationgate.krm.InvalidInput when one of them is none
   */
  public Selection(Path base, List<String> include, List<String> exclude) {
    this.base = base.toAbsolutePath().normalize();
    this.include = include.stream().map(Glob::of).toList();
    this.exclude = exclude.stream().map(Glob::of).toList();
  }

  /** True for a file that is to be read. */
  boolean takes(Path file) {
    return (include.isEmpty() || matches(include, file)) && !leavesOut(file);
  }

  /** True for a file or folder that is left out with all that is in it. */
  boolean leavesOut(Path path) {
    return matches(exclude, path);
  }

  private boolean matches(List<Glob> globs, Path path) {
    Path relative = base.relativize(path.toAbsolutePath().normalize());
    return globs.stream().anyMatch(glob -> glob.matches(relative));
  }

  /**
   * A glob as people mean it.
   *
   * @param ofName true where it has no slash, and the name alone counts
   * @param forms any of which may match
   */
  private record Glob(boolean ofName, List<PathGlob> forms) {
    private static final String ANYWHERE = "**/";
    private static final String ALL_BELOW = "/**";

    static Glob of(String text) {
      String trimmed = text.startsWith("./") ? text.substring(2) : text;
      String glob = trimmed.endsWith("/") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
      // To Java's globs a leading **/ is at least one folder, to everybody else's none as well.
      int start = 0;
      while (glob.startsWith(ANYWHERE, start)) {
        start += ANYWHERE.length();
      }
      String rest = glob.substring(start);
      if (rest.indexOf('/') < 0) {
        return new Glob(true, List.of(new PathGlob(rest)));
      }
      Stream<String> forms = Stream.of(rest);
      if (rest.endsWith(ALL_BELOW)) {
        String folder = rest.substring(0, rest.length() - ALL_BELOW.length());
        forms = Stream.of(rest, folder);
      }
      boolean anywhere = start > 0;
      return new Glob(
          false,
          forms
              .flatMap(form -> anywhere ? Stream.of(form, ANYWHERE + form) : Stream.of(form))
              .map(PathGlob::new)
              .toList());
    }

    boolean matches(Path path) {
      Path name = path.getFileName();
      String text = ofName ? (name == null ? "" : name.toString()) : path.toString();
      return forms.stream().anyMatch(form -> form.matches(text));
    }
  }
}
