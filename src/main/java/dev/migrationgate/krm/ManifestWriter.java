package dev.migrationgate.krm;

import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.Edits;
import dev.migrationgate.yaml.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts blocks, in their order and with their edits, together to the text that goes out. */
public final class ManifestWriter {
  private final Manifests manifests;
  private final Map<SourceText, Edits> edits = new HashMap<>();

  /**
   * @param edits what to change in each source
   */
  public ManifestWriter(Manifests manifests, Map<SourceText, List<Edit>> edits) {
    this.manifests = manifests;
    for (SourceText source : manifests.sources()) {
      this.edits.put(source, Edits.of(edits.getOrDefault(source, List.of())));
    }
  }

  /**
   * The whole output: a ResourceList where the input is one, else a stream.
   *
   * @param appended what goes behind everything else, empty or whole lines
   */
  public String write(List<Block> ordered, String appended) {
    StringBuilder out = new StringBuilder();
    if (manifests.resourceList().isPresent()) {
      SourceText source = manifests.sources().get(0);
      copyAround(source, 0, source.text().length(), manifests.blocks(), ordered, out);
    } else if (manifests.sources().size() == 1 && Block.isSameOrder(ordered, manifests.blocks())) {
      copy(manifests.sources().get(0), 0, manifests.sources().get(0).text().length(), out);
    } else {
      stream(ordered, out);
    }
    if (!appended.isEmpty() && !endsLine(out, out.length())) {
      out.append(manifests.sources().get(0).lineBreak());
    }
    return out.append(appended).toString();
  }

  private void stream(List<Block> ordered, StringBuilder out) {
    boolean behindDocument = false;
    for (Block block : ordered) {
      int start = out.length();
      write(block, out);
      if (start > 0) {
        separate(block, start, behindDocument, out);
      }
      behindDocument |= block.form() == Block.Form.DOCUMENT;
    }
  }

  /** A document needs a {@code ---} before it, and that needs a line of its own. */
  private static void separate(Block block, int start, boolean behindDocument, StringBuilder out) {
    if (out.length() > start && out.charAt(start) == '\uFEFF') {
      out.deleteCharAt(start);
    }
    if (out.length() == start) {
      return;
    }
    String lineBreak = block.source().lineBreak();
    boolean marked = out.indexOf("---", start) == start || out.charAt(start) == '%';
    if (block.form() == Block.Form.DOCUMENT && !marked && behindDocument) {
      out.insert(start, "---" + lineBreak);
    }
    boolean behindMark = start == 1 && out.charAt(0) == '\uFEFF';
    if (!endsLine(out, start) && !behindMark) {
      out.insert(start, lineBreak);
    }
  }

  private void write(Block block, StringBuilder out) {
    if (block.items().isEmpty()) {
      copy(block.source(), block.start(), block.end(), out);
      return;
    }
    List<Block> slots = new ArrayList<>(block.items());
    Collections.sort(slots, new ByStart());
    copyAround(block.source(), block.start(), block.end(), slots, block.items(), out);
  }

  /** Copies a stretch; where it holds slots, each gets the block that is to stand there. */
  private void copyAround(
      SourceText source,
      int start,
      int end,
      List<Block> slots,
      List<Block> ordered,
      StringBuilder out) {
    int at = start;
    for (int i = 0; i < slots.size(); i++) {
      copy(source, at, slots.get(i).start(), out);
      Block block = ordered.get(i);
      if (block.form() == Block.Form.LINES && out.length() > 0 && !endsLine(out, out.length())) {
        out.append(source.lineBreak());
      }
      write(block, out);
      at = slots.get(i).end();
    }
    if (at < end) {
      copy(source, at, end, out);
    }
  }

  /**
   * True where a line ends before a place; a carriage return alone ends one too (YAML 1.2, 5.4).
   */
  private static boolean endsLine(StringBuilder out, int place) {
    char last = out.charAt(place - 1);
    return last == '\n' || last == '\r';
  }

  private void copy(SourceText source, int start, int end, StringBuilder out) {
    edits.get(source).copy(source.text(), start, end, out);
  }

  private static final class ByStart implements Comparator<Block> {
    @Override
    public int compare(Block one, Block other) {
      return Integer.compare(one.start(), other.start());
    }
  }
}
