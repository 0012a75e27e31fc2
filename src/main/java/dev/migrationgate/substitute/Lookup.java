package dev.migrationgate.substitute;

import java.util.Optional;

/** The variables that an expression may name. */
public interface Lookup {
  /** The variable's value, which may be empty, or nothing where nobody declares it. */
  Optional<String> value(String name);
}
