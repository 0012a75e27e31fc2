package dev.migrationgate.fix;

import dev.migrationgate.pattern.Link;
import java.util.List;
import java.util.Optional;

/**
 * Lets the gate of a link read its Job.
 *
 * @param serviceAccount the ServiceAccount that a pod gets which names none, empty for none
 */
public record GrantAccess(Link link, Optional<String> serviceAccount) implements Fix {

  @Override
  public Plan plan(Surroundings around) {
    List<String> verbs = link.gate().orElseThrow().verbs();
    JobAccess access = new JobAccess(around, link, verbs, serviceAccount);
    try {
      return new Plan.Changes(
          "a RoleBinding lets its ServiceAccount " + String.join(", ", verbs) + " Jobs",
          access.changes());
    } catch (CannotChange e) {
      return new Plan.Refused(e.getMessage());
    }
  }
}
