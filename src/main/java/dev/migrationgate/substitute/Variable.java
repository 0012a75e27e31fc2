package dev.migrationgate.substitute;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Scalar;
import java.util.Optional;

/**
 * A declared variable.
 *
 * @param name as expressions write it
 * @param value its text, as written; never typed
 * @param secret true when a Secret declares it, so that its value must not be spoken
 * @param declaration where the input declares it; empty for one of the configuration
 */
public record Variable(
    String name, String value, boolean secret, Optional<Declaration> declaration) {

  /** The scalar of the input that holds a variable's value. */
  public record Declaration(Resource resource, Scalar scalar, String path) {}

  /** True for what may stand as a name: {@code [_a-zA-Z][_a-zA-Z0-9]*}, as in Flux. */
  public static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPart(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty() && (text.charAt(0) < '0' || text.charAt(0) > '9');
  }

  /** True for what may stand in a name, though perhaps not as its first character. */
  static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
