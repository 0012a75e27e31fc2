package dev.migrationgate.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Whether something takes time in proportion to the length of its text.
 *
 * <p>What counts is the processor time of its thread. Where a text seems to take too long, it and a
 * quarter of it are measured again, one right after the other: what a busy machine adds is added to
 * both, while quadratic time shows each time. It also shows with the next longer text, where what
 * has outgrown the processor's cache does not. Short texts go first: what takes quadratic time is
 * caught by them, and not waited for.
 */
public final class Growth {
  /** Four times the text may take less than eight times as long; quadratic time is sixteen. */
  private static final double FACTOR = 8;

  /** What loading classes, compiling and collecting may take on top, in seconds. */
  private static final double FLOOR = 0.25;

  /** No text may take so many seconds of the processor. */
  private static final int LIMIT = 60;

  private static final int TURNS = 2;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Growth() {}

  /** Gives it texts of up to that many characters. */
  public static void isLinear(List<Hostile> texts, int longest, Consumer<String> subject) {
    List<String> worse = new ArrayList<>();
    for (Hostile text : texts) {
      measure(text, longest, subject).ifPresent(worse::add);
    }
    assertThat(worse).isEmpty();
  }

  private static Optional<String> measure(Hostile hostile, int longest, Consumer<String> subject) {
    String quarter = hostile.ofLength(longest / 64);
    double before = seconds(quarter, subject);
    int steep = 0;
    for (int length = longest / 16; length <= longest || steep > 0; length *= 4) {
      String text = hostile.ofLength(length);
      double seconds = seconds(text, subject);
      for (int turn = 1; turn < TURNS && seconds > FACTOR * before + FLOOR; turn++) {
        before = seconds(quarter, subject);
        seconds = seconds(text, subject);
      }
      steep = seconds > FACTOR * before + FLOOR ? steep + 1 : 0;
      if (steep == 2) {
        return Optional.of(
            String.format(
                "%s: %,d characters in %.2f s, a quarter of them in %.2f s",
                hostile, text.length(), seconds, before));
      }
      quarter = text;
      before = seconds;
    }
    return Optional.empty();
  }

  private static double seconds(String text, Consumer<String> subject) {
    FutureTask<Double> task =
        new FutureTask<>(() -> {
          long start = THREADS.getCurrentThreadCpuTime();
          subject.accept(text);
          return (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
        });
    Thread thread = new Thread(task, "growth");
    thread.setDaemon(true);
    thread.start();
    try {
      while (THREADS.getThreadCpuTime(thread.getId()) < LIMIT * 1_000_000_000L) {
        try {
          return task.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
          // The machine may be busy with something else.
        }
      }
      AssertionError error = new AssertionError(text.length() + " characters take for ever");
      error.setStackTrace(thread.getStackTrace());
      throw error;
    } catch (ExecutionException e) {
      throw new AssertionError("with " + text.length() + " characters", e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
