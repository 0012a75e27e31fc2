package dev.migrationgate;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A run of the function that has loaded all that any run may need, not only what its own input asks
 * for. The JVM's archive is made from it: for the first class that is not in there, a run opens the
 * jar, which takes it longer than its work.
 */
public final class Training {
  /** Those of the function's path. */
  private static final List<String> PACKAGES =
      List.of(
          "config",
          "fix",
          "krm",
          "order",
          "pattern",
          "report",
          "rules",
          "run",
          "substitute",
          "yaml");

  private static final String OWN = "dev/migrationgate/";
  private static final String CLASS = ".class";

  private Training() {}

  /**
   * Runs from the jar, which must be all of the class path.
   *
   * @param args those of {@link Main}
   * @throws IOException when the jar cannot be read
   * @throws ClassNotFoundException when it holds a class that is none
   */
  public static void main(String[] args) throws IOException, ClassNotFoundException {
    try (ZipFile jar = new ZipFile(System.getProperty("java.class.path"))) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        if (isOfFunction(entry.getName())) {
          Class.forName(className(entry.getName()));
        }
      }
    }
    Main.main(args);
  }

  private static boolean isOfFunction(String entry) {
    return entry.startsWith(OWN)
        && entry.endsWith(CLASS)
        && PACKAGES.contains(entry.substring(OWN.length()).split("/")[0]);
  }

  private static String className(String entry) {
    return entry.substring(0, entry.length() - CLASS.length()).replace('/', '.');
  }
}
