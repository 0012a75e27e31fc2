package dev.migrationgate.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** A stream for people, whose lines are changed to what they can read as they are written. */
final class FittedOutput extends OutputStream {
  private final OutputStream stream;
  private final UnaryOperator<String> fit;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  FittedOutput(OutputStream stream, UnaryOperator<String> fit) {
    this.stream = stream;
    this.fit = fit;
  }

  @Override
  public void write(int b) throws IOException {
    if (b == '\n') {
      finish();
      stream.write('\n');
    } else {
      line.write(b);
    }
  }

  /** Writes what no line break has ended. */
  void finish() throws IOException {
    stream.write(fit.apply(line.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    line.reset();
  }

  @Override
  public void flush() throws IOException {
    stream.flush();
  }
}
