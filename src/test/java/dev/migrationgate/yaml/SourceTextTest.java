package dev.migrationgate.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines and columns, of lines that are longer than what is walked over as well. */
class SourceTextTest {
  private static final String[] LETTERS = {"a", " ", "é", "\uD83D\uDE80"};
  private static final String[] BREAKS = {"\n", "\r\n", "\r"};

  static IntStream seeds() {
    return IntStream.range(0, 12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void linesAndColumns(int seed) {
    SourceText source = new SourceText("text", text(new Random(seed)));
    String text = source.text();
    int line = 1;
    int start = 0;
    int column = 1;
    boolean blank = true;
    for (int offset = 0; offset < text.length(); offset++) {
      if (offset > start && isBreak(text, offset - 1)) {
        line++;
        start = offset;
        column = 1;
        blank = true;
      }
      assertThat(source.line(offset)).as("line of %d", offset).isEqualTo(line);
      assertThat(source.lineStart(offset)).as("start of the line of %d", offset).isEqualTo(start);
      assertThat(source.isFirstOnLine(offset)).as("blanks before %d", offset).isEqualTo(blank);
      if (!Character.isLowSurrogate(text.charAt(offset))) {
        assertThat(source.column(offset)).as("column of %d", offset).isEqualTo(column);
        column++;
      }
      blank &= Character.isWhitespace(text.charAt(offset));
    }
    int next = text.length();
    for (int offset = text.length() - 1; offset >= 0; offset--) {
      next = isBreak(text, offset) ? offset + 1 : next;
      assertThat(source.nextLine(offset)).as("next line of %d", offset).isEqualTo(next);
    }
  }

  /** Long lines and short ones, and the last one without its end. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < 12; line++) {
      int length = random.nextInt(3) == 0 ? random.nextInt(5_000) : random.nextInt(20);
      int letters = 1 + random.nextInt(LETTERS.length);
      for (int i = 0; i < length; i++) {
        text.append(LETTERS[random.nextInt(letters)]);
      }
      text.append(BREAKS[random.nextInt(BREAKS.length)]);
    }
    return text.append("a".repeat(random.nextInt(3_000))).toString();
  }

  private static boolean isBreak(String text, int at) {
    return text.charAt(at) == '\n' || text.charAt(at) == '\r' && !text.startsWith("\n", at + 1);
  }
}
