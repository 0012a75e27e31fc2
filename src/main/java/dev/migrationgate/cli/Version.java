package dev.migrationgate.cli;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.jar.Attributes;
import picocli.CommandLine.IVersionProvider;

/** Version and commit, from the manifest of the jar. */
final class Version implements IVersionProvider {
  private static final String COMMIT = "Implementation-Commit";

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"migration-gate " + text(attributes())};
  }

  /** {@code 1.2.3 (commit)}, without a commit where the build knew none. */
  static String text(Attributes attributes) {
    String version = attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    String commit = attributes.getValue(COMMIT);
    // Outside of a git, Maven leaves its own expression there.
    boolean known = commit != null && !commit.isBlank() && !commit.startsWith("$");
    return (version == null ? "(not packaged)" : version) + (known ? " (" + commit + ")" : "");
  }

  private static Attributes attributes() throws IOException {
    URL self = Version.class.getResource("Version.class");
    if (self != null && self.openConnection() instanceof JarURLConnection jar) {
      return jar.getManifest().getMainAttributes();
    }
    return new Attributes();
  }
}
