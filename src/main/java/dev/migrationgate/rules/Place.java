package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;

/** Says where a resource stands, as far as a person can go and look. */
final class Place {
  private Place() {}

  static String of(Resource resource) {
    if (resource.path().isPresent()) {
      return "in " + resource.path().get();
    }
    return "at " + resource.source().name() + ":" + resource.line(resource.root());
  }
}
