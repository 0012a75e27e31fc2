package dev.migrationgate.fix;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Scalar;
import java.util.List;

/** Puts quotes around a scalar, so that every parser reads its text. */
public record Quote(Resource resource, Scalar scalar) implements Fix {
  @Override
  public Plan plan(Surroundings around) {
    return new Plan.Changes(
        "the value is quoted", List.of(new Change.Rewrite(resource, scalar, scalar.written())));
  }
}
