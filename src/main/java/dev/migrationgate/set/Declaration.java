package dev.migrationgate.set;

import dev.migrationgate.krm.SecretData;
import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.Edits;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.ScalarEdit;
import dev.migrationgate.yaml.SourceText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

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
    return source.name() + ":" + source.line(scalar.start());
  }

  /** The file's whole text with another value; equal where nothing has to change. */
  public String with(String value) {
    if (value.equals(value()) && !scalar.isRetyped()) {
      return source.text();
    }
    Edit edit = ScalarEdit.of(source, scalar, encoded(value), inFlow);
    StringBuilder text = new StringBuilder();
    Edits.of(List.of(edit)).copy(source.text(), 0, source.text().length(), text);
    return text.toString();
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
