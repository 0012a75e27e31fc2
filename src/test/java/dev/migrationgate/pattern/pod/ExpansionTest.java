package dev.migrationgate.pattern.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Containers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpansionTest {
  private static final String ENV =
      "env: [{name: A, value: job/a}, {name: A_B, value: x}, {name: c.d-e, value: y},"
          + " {name: REF, value: $(A)}, {name: A, value: job/b}, {name: FIELD, valueFrom: {}}]";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '^',
      textBlock =
          """
          wait $(A) ${A} $A ^ wait job/b job/b job/b
          $A_B $AB $A-B ${A-B} ^ x $AB job/b-B ${A-B}
          $(c.d-e) ${c.d-e} $c.d-e ^ y y $c.d-e
          $(REF) ^ $(A)
          $(FIELD) $(NONE) $() ${} $ $$ ^ $(FIELD) $(NONE) $() ${} $ $$
          $(A ${A $(A} ^ $(A ${A $(A}
          $(A)$(A ^ job/b$(A
          """)
  void putsLiteralsIn(String word, String expected) {
    assertThat(new Expansion(Containers.read(ENV).items("env")).of(word)).isEqualTo(expected);
  }

  @Test
  void aCommandLineEndsWhereNoProgramWouldStart() {
    String value = "a".repeat(Expansion.LONGEST / 2);
    Expansion expansion =
        new Expansion(Containers.read("env: [{name: A, value: " + value + "}]").items("env"));
    assertThat(expansion.of("$A,$A,$A")).isEqualTo(value + "," + value + ",$A");
    assertThat(expansion.of("$A")).isEqualTo("$A");
  }
}
