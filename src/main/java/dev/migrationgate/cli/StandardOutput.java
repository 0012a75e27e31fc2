package dev.migrationgate.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** The stdout of the commands: says what failed, and remembers it for writers that do not tell. */
final class StandardOutput extends OutputStream {
  private final OutputStream stdout;
  private Optional<IOException> failure = Optional.empty();

  StandardOutput(OutputStream stdout) {
    this.stdout = stdout;
  }

  /** What has failed so far; a {@link java.io.PrintWriter} would keep it to itself. */
  Optional<IOException> failure() {
    return failure;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      stdout.write(bytes, from, length);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      stdout.flush();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private IOException failed(IOException e) {
    IOException told = new IOException("stdout cannot be written: " + e.getMessage(), e);
    failure = Optional.of(told);
    return told;
  }
}
