package dev.migrationgate.fix;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Fragment;
import java.util.List;

/**
 * Gives a field of a resource a value.
 *
 * @param path keys from the resource's root
 * @param done what is done, for a person
 */
public record SetField(Resource resource, List<String> path, Fragment value, String done)
    implements Fix {

  @Override
  public Plan plan(Surroundings around) {
    return new Plan.Changes(done, List.of(new Change.Put(resource, path, value)));
  }
}
