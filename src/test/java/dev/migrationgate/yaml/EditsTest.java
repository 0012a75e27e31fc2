package dev.migrationgate.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EditsTest {
  private static final String TEXT = "one two three";

  @Test
  void areMadeInTheOrderOfTheText() {
    assertThat(edited(new Edit(8, 13, "3"), new Edit(0, 3, "1"))).isEqualTo("1 two 3");
  }

  @Test
  void insertBeforeWhatIsReplacedAtTheSamePlace() {
    assertThat(edited(new Edit(4, 7, "2"), Edit.insert(4, "and "))).isEqualTo("one and 2 three");
  }

  @Test
  void countOnceWhatIsGivenTwice() {
    assertThat(edited(new Edit(4, 7, "2"), new Edit(4, 7, "2"))).isEqualTo("one 2 three");
  }

  @Test
  void mayNotOverlap() {
    assertThatThrownBy(() -> Edits.of(List.of(new Edit(0, 5, "x"), new Edit(4, 7, "y"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Edits.of(List.of(new Edit(4, 7, "x"), new Edit(4, 7, "y"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(edited(new Edit(0, 4, "x"), new Edit(4, 7, "y"))).isEqualTo("xy three");
  }

  @Test
  void ofAStretchAreThoseInsideIt() {
    Edits edits = Edits.of(List.of(new Edit(0, 3, "1"), Edit.insert(7, "!"), new Edit(8, 13, "3")));
    StringBuilder out = new StringBuilder();
    edits.copy(TEXT, 4, 8, out);
    assertThat(out).hasToString("two! ");
  }

  private static String edited(Edit... edits) {
    StringBuilder out = new StringBuilder();
    Edits.of(List.of(edits)).copy(TEXT, 0, TEXT.length(), out);
    return out.toString();
  }
}
