package dev.migrationgate.graph;

/** What is known of a box or an arrow. */
public enum State {
  /** Nothing to say. */
  PLAIN("plain"),
  /** A gate is proven to hold the pods back. */
  PROVEN("proven"),
  /** The deliverer itself sees to it. */
  ORDERED("ordered"),
  /** Nothing wrong was found, and nothing proves it. */
  UNPROVEN("unproven"),
  /** A rule says that it is wrong. */
  BROKEN("broken");

  private final String id;

  State(String id) {
    this.id = id;
  }

  /** The word for it. */
  public String id() {
    return id;
  }
}
