package dev.migrationgate.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/** One line that tells how far reading is, once it takes long. It is gone when reading is done. */
final class Progress implements IntConsumer {
  private static final long PATIENCE = 1_000_000_000L;
  private static final long PAUSE = 100_000_000L;

  private final OutputStream err;
  private final LongSupplier nanoTime;
  private final long start;
  private long next;
  private int width;

  Progress(OutputStream err, LongSupplier nanoTime) {
    this.err = err;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.next = PATIENCE;
  }

  @Override
  public void accept(int files) {
    long elapsed = nanoTime.getAsLong() - start;
    if (elapsed >= next) {
      next = elapsed + PAUSE;
      String line = files + " files read";
      width = line.length();
      show(line);
    }
  }

  /** Takes the line away. */
  void done() {
    if (width > 0) {
      show(" ".repeat(width));
      show("");
    }
  }

  private void show(String line) {
    try {
      err.write(("\r" + line).getBytes(StandardCharsets.US_ASCII));
      err.flush();
    } catch (IOException e) {
      // Nobody is there to read it.
    }
  }
}
