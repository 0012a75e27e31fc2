package dev.migrationgate.cli;

import dev.migrationgate.rules.Severity;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * From which severity on a finding fails the run.
 *
 * @param severity empty for never
 */
record FailOn(Optional<Severity> severity) {
  static final FailOn ERROR = new FailOn(Optional.of(Severity.ERROR));

  /** Reads the word. */
  static final class Converter implements ITypeConverter<FailOn> {
    @Override
    public FailOn convert(String word) {
      Optional<Severity> severity = Severity.named(word);
      if (severity.isEmpty() && !word.equals("never")) {
        throw new TypeConversionException("\"" + word + "\" must be error, warning, info or never");
      }
      return new FailOn(severity);
    }
  }
}
