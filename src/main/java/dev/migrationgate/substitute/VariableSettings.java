package dev.migrationgate.substitute;

import java.util.List;
import java.util.Map;

/**
 * Where variables come from and what to do with those that nothing declares.
 *
 * @param from the ConfigMaps and Secrets of the input that declare variables
 * @param values variables of the configuration itself; they win over {@code from}
 * @param undefined what becomes of an expression of an undeclared variable in an image, name, label
 *     or wait argument
 * @param keepTemplate whether what kpt renders in place keeps its template in a comment
 */
public record VariableSettings(
    List<From> from, Map<String, String> values, Undefined undefined, boolean keepTemplate) {

  /** The ConfigMap that declares variables where nothing else is said. */
  public static final String DEFAULT_CONFIG_MAP = "deployment-variables";

  /** The settings of an empty configuration. */
  public static final VariableSettings DEFAULT =
      new VariableSettings(
          List.of(new From("ConfigMap", DEFAULT_CONFIG_MAP)), Map.of(), Undefined.ERROR, true);

  public VariableSettings {
    from = List.copyOf(from);
    values = Map.copyOf(values);
  }

  /** A ConfigMap or Secret by name. */
  public record From(String kind, String name) {}

  /** What becomes of an expression whose variable nothing declares. */
  public enum Undefined {
    /** A finding; the expression stays. */
    ERROR,
    /** The expression stays. */
    KEEP,
    /** The empty text, as Flux did before 2.9. */
    EMPTY
  }
}
