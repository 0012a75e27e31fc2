package dev.migrationgate.run;

import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.yaml.Limits;
import dev.migrationgate.yaml.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads bytes that must be UTF-8. */
public final class Input {
  private Input() {}

  /**
   * Reads a stream to its end.
   *
   * @param name what to call it in messages
   * @throws InvalidInput when it is not UTF-8, or larger than {@link Limits#DEFAULT} allows
   */
  public static SourceText read(String name, InputStream stream) throws IOException {
    return read(name, stream, Limits.DEFAULT.inputBytes());
  }

  static SourceText read(String name, InputStream stream, int limit) throws IOException {
    byte[] bytes = stream.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new InvalidInput(name + ": larger than " + limit + " bytes; split it");
    }
    return new SourceText(name, decode(name, bytes));
  }

  /**
   * Reads a file, which keeps the name that the user gave it.
   *
   * @throws InvalidInput when it cannot be read, is not UTF-8, or is larger than {@link
   *     Limits#DEFAULT} allows
   */
  public static SourceText read(Path file) {
    String name = file.toString();
    try (InputStream stream = Files.newInputStream(file)) {
      return read(name, stream);
    } catch (NoSuchFileException e) {
      throw new InvalidInput(name + ": no such file");
    } catch (IOException e) {
      throw new InvalidInput(name + ": cannot be read: " + e.getMessage());
    }
  }

  private static String decode(String name, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // What is not UTF-8 becomes this; where it stands only a decoder tells, which copies it all.
    return text.indexOf('\uFFFD') < 0 ? text : decodeStrictly(name, bytes);
  }

  private static String decodeStrictly(String name, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      return decoder.decode(in).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidInput(
          name + ": byte " + in.position() + " is not UTF-8; convert the input to UTF-8");
    }
  }
}
