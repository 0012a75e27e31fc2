package dev.migrationgate.cli;

import dev.migrationgate.formats.Format;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** One report that is asked for: its form, and the file that it goes to. */
final class ReportOption {
  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      converter = Converter.class,
      description = "text (default), json, sarif, junit, gitlab or github; repeatable.")
  Format format = Format.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "File for the report of the --format beside it.")
  Path output;

  /** Reads the word. */
  static final class Converter implements ITypeConverter<Format> {
    @Override
    public Format convert(String word) {
      return Stream.of(Format.values())
          .filter(format -> format.id().equals(word.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException(
                  "\""
                      + word
                      + "\" must be one of "
                      + Stream.of(Format.values())
                          .map(Format::id)
                          .collect(Collectors.joining(", "))));
    }
  }
}
