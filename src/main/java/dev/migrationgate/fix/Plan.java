package dev.migrationgate.fix;

import java.util.List;

/** What a fix comes to. */
public sealed interface Plan {

  /**
   * It can be done.
   *
   * @param done what is done, for a person who reads of it afterwards: {@code set to 0}
   * @param changes what to change
   */
  record Changes(String done, List<Change> changes) implements Plan {
    public Changes {
      changes = List.copyOf(changes);
    }
  }

  /**
   * It could hurt, or cannot be written.
   *
   * @param why the reason, which follows {@code not mended:}
   */
  record Refused(String why) implements Plan {}
}
