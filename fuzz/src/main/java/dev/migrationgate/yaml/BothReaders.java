package dev.migrationgate.yaml;

import java.util.List;
import java.util.Optional;

/** Reads a text with both readers, which no other package sees. */
public final class BothReaders {
  private BothReaders() {}

  /** True unless both read the text and make different trees of it. */
  public static boolean agreeOn(String text) {
    Optional<List<Document>> blocks = BlockReader.read(text, Limits.DEFAULT);
    return blocks.isEmpty()
        || blocks.get().equals(EngineReader.read(new SourceText("input", text), Limits.DEFAULT));
  }
}
