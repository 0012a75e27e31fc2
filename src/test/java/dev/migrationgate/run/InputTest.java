package dev.migrationgate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationgate.krm.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InputTest {
  @Test
  void takesAsManyBytesAsTheLimitAllows() throws IOException {
    assertThat(Input.read("stdin", bytes("caf\u00e9"), 5).text()).isEqualTo("caf\u00e9");
    assertThatThrownBy(() -> Input.read("stdin", bytes("caf\u00e9"), 4))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("stdin: larger than 4 bytes; split it");
  }

  @Test
  void readsNoEndlessInput() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }
        };
    assertThatThrownBy(() -> Input.read("stdin", endless, 100_000))
        .hasMessageContaining("larger than 100000 bytes");
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
