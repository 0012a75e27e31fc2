package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Rollout;
import java.util.HashMap;
import java.util.Map;

/** One resource stands twice in the input. */
final class DuplicateResource implements Rule {
  @Override
  public String id() {
    return "duplicate-resource";
  }

  @Override
  public String title() {
    return "The same resource stands in the input twice";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Map<String, Resource> seen = new HashMap<>();
    for (Resource resource : rollout.resources()) {
      if (resource.root().text("metadata", "name").isEmpty()) {
        continue;
      }
      String key =
          resource.group()
              + "/"
              + resource.kind()
              + "/"
              + resource.namespace()
              + "/"
              + resource.name();
      Resource first = seen.putIfAbsent(key, resource);
      if (first != null) {
        findings.add(
            resource,
            Field.of(resource, "metadata", "name"),
            "a second "
                + resource.identity()
                + " stands in the input, the first "
                + Place.of(first)
                + ": the last one applied wins; rename or remove one of them");
      }
    }
  }
}
