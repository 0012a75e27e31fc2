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

  /** As which a decoder reads what is not UTF-8. */
  @Test
  void theReplacementCharacterIsATextLikeAnother() throws IOException {
    assertThat(Input.read("stdin", bytes("a: \ufffd"), 100).text()).isEqualTo("a: \ufffd");
  }

  @Test
  void saysWhichByteIsNoUtf8() {
    byte[] latin1 = "a: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Input.read("stdin", new ByteArrayInputStream(latin1), 100))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("stdin: byte 6 is not UTF-8; convert the input to UTF-8");
    byte[] both = {(byte) 0xef, (byte) 0xbf, (byte) 0xbd, (byte) 0xff};
    assertThatThrownBy(() -> Input.read("stdin", new ByteArrayInputStream(both), 100))
        .hasMessageStartingWith("stdin: byte 3 is not UTF-8");
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
