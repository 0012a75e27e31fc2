package dev.migrationgate.substitute;

import java.util.Optional;

/** The variables that an expression may name. */
public interface Lookup {
  /** The variable's value, which may be empty, or nothing where nobody declares it. */
  Optional<String> value(String name);

  /**
   * Asked of each expression, those inside of others too: an evaluation that may not go on fails.
   *
   * @param added by how many UTF-16 units it is longer than what is written, or reads more than
   *     that
   */
  default boolean allows(int added) {
    return true;
  }
}
