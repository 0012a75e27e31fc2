package dev.migrationgate.set;

import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.SecretData;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.ScalarEdit;
import dev.migrationgate.yaml.SourceText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in a file that gives a variable its value.
 *
 * @param file where it stands
 * @param source that file's text
 * @param owner the resource that declares it, for a person to read
 * @param form how the scalar holds the value
 * @param scalar the scalar that holds it
 * @param inFlow true when the scalar stands inside of brackets or braces
 */
public record Declaration(
    String variable,
    Path file,
    SourceText source,
    String owner,
    Form form,
    Scalar scalar,
    boolean inFlow) {

  /** How a scalar holds a value. */
  public enum Form {
    /** The value itself. */
    VALUE,
    /** The value itself, of a Secret. */
    SECRET,
    /** The value in base64, of a Secret. */
    SECRET_BASE64,
    /** {@code NAME=value}, a literal of a ConfigMap generator. */
    LITERAL,
    /** The same of a Secret generator. */
    SECRET_LITERAL
  }

  /** True when the value must not be spoken. */
  public boolean isSecret() {
    return form != Form.VALUE && form != Form.LITERAL;
  }

  /** What the variable is now. */
  public String value() {
    String text = scalar.isNull() ? "" : scalar.value();
    return switch (form) {
      case VALUE, SECRET -> text;
      case SECRET_BASE64 -> SecretData.decode(text).orElse("");
      case LITERAL, SECRET_LITERAL -> text.substring(variable.length() + 1);
    };
  }

  /** {@code file:line}. */
  public String place() {
    int at = scalar.start();
    // A value that is missing stands behind all that could be its own, line breaks too.
    while (scalar.end() == scalar.start()
        && at > 0
        && Character.isWhitespace(source.text().charAt(at - 1))) {
      at--;
    }
    return source.name() + ":" + source.line(at);
  }

  /**
   * The file's whole text with another value; equal where nothing has to change.
   *
   * @throws InvalidInput when the value has no place there, or would change what else is said
   */
  public String with(String value) {
    if (value.equals(value()) && !scalar.isRetyped()) {
      return source.text();
    }
    Optional<String> text = ScalarEdit.applied(source, scalar, encoded(value), inFlow);
    if (text.isEmpty()) {
      throw new InvalidInput(
          place()
              + ": "
              + variable
              + " cannot be written as it stands here without changing what else the file says;"
              + " write "
              + variable
              + ": \"\" in its place and set it again; nothing was written");
    }
    return text.get();
  }

  private String encoded(String value) {
    return switch (form) {
      case VALUE, SECRET -> value;
      case SECRET_BASE64 ->
          Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
      case LITERAL, SECRET_LITERAL -> variable + "=" + value;
    };
  }
}
