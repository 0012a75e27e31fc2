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
 * <p>What counts is the processor time of its thread, the least of several runs where one is not
 * enough, so that a busy machine changes little. Short texts go first: what takes quadratic time is
 * caught by them, and not waited for.
 */
public final class Growth {
  /** Four times the text may take less than eight times as long; quadratic time is sixteen. */
  private static final double FACTOR = 8;

  /** What loading classes, compiling and collecting may take on top, in seconds. */
  private static final double FLOOR = 0.25;

  /** No text may take so many seconds. */
  private static final int LIMIT = Integer.getInteger("growth.limit", 60);

  /** The collector, the compiler and other programs only add to what it takes. */
  private static final int TURNS = 4;

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
    double quarter = 0;
    for (int fold : new int[] {64, 16, 4, 1}) {
      int length = longest / fold;
      String text = hostile.ofLength(length);
      double seconds = seconds(text, subject);
      for (int turn = 1; turn < TURNS && seconds > FACTOR * quarter + FLOOR; turn++) {
        seconds = Math.min(seconds, seconds(text, subject));
      }
      if (seconds > FACTOR * quarter + FLOOR) {
        return Optional.of(
            String.format(
                "%s: %,d characters in %.2f s, a quarter of them in %.2f s",
                hostile, length, seconds, quarter));
      }
      quarter = seconds;
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
      return task.get(LIMIT, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
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
