package dev.migrationgate.fix;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Scalar;
import java.util.Optional;

/** A resource's name as the source has it, so that a variable in it stays one. */
final class WrittenName {
  private WrittenName() {}

  static String of(Resource resource) {
    Optional<Scalar> name = resource.root().scalar("metadata", "name");
    return name.isPresent() ? name.get().written() : resource.name();
  }
}
