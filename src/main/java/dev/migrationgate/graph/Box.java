package dev.migrationgate.graph;

import java.util.List;

/**
 * Something that is applied.
 *
 * @param kind what it is: a Kubernetes kind
 * @param name its name, with its namespace where it has one
 * @param notes more lines: the tool of a migration, rules that it breaks
 * @param role what part it plays in the rollout
 * @param state broken where rules of severity error speak of it
 */
public record Box(String kind, String name, List<String> notes, Role role, State state) {
  public Box {
    notes = List.copyOf(notes);
  }

  /** The parts that resources play in a rollout. */
  public enum Role {
    MIGRATION,
    WORKLOAD,
    /** What a migration needs before it can run. */
    PREREQUISITE,
    /** What nothing waits for. */
    OTHER
  }

  /** {@code Kind namespace/name}. */
  public String identity() {
    return name.isEmpty() ? kind : kind + " " + name;
  }
}
