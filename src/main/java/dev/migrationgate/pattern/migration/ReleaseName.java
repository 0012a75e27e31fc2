package dev.migrationgate.pattern.migration;

import dev.migrationgate.pattern.source.Placeholder;
import dev.migrationgate.substitute.FieldRole;
import dev.migrationgate.substitute.Use;
import dev.migrationgate.substitute.Uses;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells whether a Job's name changes from release to release. */
public final class ReleaseName {
  private static final List<String> VERSION_WORDS =
      List.of("TAG", "VERSION", "SHA", "COMMIT", "REVISION", "RELEASE", "BUILD", "RUN_ID");

  private ReleaseName() {}

  /** True when a version, a variable that is one, or a placeholder of one stands in the name. */
  public static boolean carriesVersion(MigrationJob job, Uses uses) {
    return job.hasVersionedName()
        || namesRelease(job, uses)
        || Placeholder.in(job.name()).isPresent();
  }

  /** A variable in the name is a version when the image has it too, or when it says so itself. */
  private static boolean namesRelease(MigrationJob job, Uses uses) {
    Set<String> inName = new HashSet<>();
    Set<String> inImage = new HashSet<>();
    for (Use use : uses.of(job.resource())) {
      if (use.path().equals("metadata.name")) {
        inName.add(use.variable());
      } else if (use.role() == FieldRole.IMAGE) {
        inImage.add(use.variable());
      }
    }
    for (String variable : inName) {
      if (inImage.contains(variable) || saysVersion(variable.toUpperCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static boolean saysVersion(String variable) {
    for (String word : VERSION_WORDS) {
      if (variable.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
