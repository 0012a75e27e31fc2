package dev.migrationgate.yaml;

import dev.migrationgate.yaml.Cursor.Unusual;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the YAML that manifests are written in: block collections, and in them what {@link
 * LeafReader} knows. It makes the trees that {@link EngineReader} makes, in less than half the time
 * of a run that starts cold. Whatever else a text holds, mistakes included, it leaves to that one;
 * when in doubt, it does.
 *
 * <p>Collections end where the next token starts, as those of snakeyaml-engine 3.2 do.
 */
final class BlockReader {
  private static final int DEEPEST = 200;

  /** From 1,024 characters on a key needs a question mark. */
  private static final int LONGEST_KEY = 1000;

  private final Cursor cursor;
  private final LeafReader leaves;
  private final int deepest;
  private final int most;

  private BlockReader(String text, Limits limits) {
    this.cursor = new Cursor(text);
    this.deepest = Math.min(DEEPEST, limits.depth());
    this.most = limits.documents();
    this.leaves = new LeafReader(text, cursor, deepest, limits.scalarLength());
  }

  /** All documents of a text; empty when it holds none, or anything unusual. */
  static Optional<List<Document>> read(String text, Limits limits) {
    try {
      return Optional.of(new BlockReader(text, limits).documents());
    } catch (Unusual e) {
      return Optional.empty();
    }
  }

  private List<Document> documents() {
    List<Document> documents = new ArrayList<>();
    cursor.skip();
    while (!cursor.isAtEnd()) {
      int start = cursor.at();
      if (cursor.isMarker()) {
        cursor.moveTo(start + 3);
        finishLine();
      } else {
        Cursor.expect(documents.isEmpty());
      }
      Cursor.expect(!cursor.hasEnded());
      Node root = node(-1, 1);
      Cursor.expect(!(root instanceof Scalar) && cursor.hasEnded() && documents.size() < most);
      documents.add(new Document(root, start));
    }
    Cursor.expect(!documents.isEmpty());
    return documents;
  }

  /** A node that may stand on lines of its own, inside a block whose column is {@code parent}. */
  private Node node(int parent, int depth) {
    if (cursor.isDash()) {
      return sequence(depth);
    }
    int column = cursor.column();
    Node leaf = leaves.read(parent, depth);
    if (leaf instanceof Scalar key && cursor.isColon()) {
      return mapping(key, column, depth);
    }
    finish(leaf, parent);
    return leaf;
  }

  private Sequence sequence(int depth) {
    Cursor.expect(depth <= deepest);
    int start = cursor.at();
    int column = cursor.column();
    List<Node> items = new ArrayList<>();
    do {
      cursor.moveTo(cursor.at() + 1);
      cursor.skip();
      Cursor.expect(isInside(column));
      items.add(node(column, depth + 1));
    } while (isAt(column) && cursor.isDash());
    Cursor.expect(!isInside(column));
    return new Sequence(items, false, start, cursor.at());
  }

  private Mapping mapping(Scalar firstKey, int column, int depth) {
    Cursor.expect(depth <= deepest);
    List<Entry> entries = new ArrayList<>();
    Scalar key = firstKey;
    while (true) {
      Cursor.expect(!key.style().isBlock() && cursor.at() - key.start() < LONGEST_KEY);
      entries.add(new Entry(key, value(column, depth)));
      if (!isAt(column)) {
        break;
      }
      Cursor.expect(!cursor.isDash());
      Node next = leaves.read(column, depth);
      Cursor.expect(next instanceof Scalar && cursor.isColon());
      key = (Scalar) next;
    }
    Cursor.expect(!isInside(column) && Entry.areUnique(entries));
    return new Mapping(entries, false, firstKey.start(), cursor.at());
  }

  /** What stands behind the colon of a key in that column. */
  private Node value(int column, int depth) {
    int empty = cursor.at() + 1;
    int line = cursor.line();
    cursor.moveTo(empty);
    cursor.skip();
    if (cursor.line() == line && !cursor.hasEnded()) {
      Cursor.expect(!cursor.isDash());
      Node value = leaves.read(column, depth + 1);
      finish(value, column);
      return value;
    }
    if (isInside(column)) {
      return node(column, depth + 1);
    }
    // The dashes may stand as far left as the key.
    if (isAt(column) && cursor.isDash()) {
      return sequence(depth + 1);
    }
    return new Scalar("", "", Scalar.Style.PLAIN, "", empty, empty);
  }

  /** Nothing may go on in deeper lines. */
  private void finish(Node leaf, int parent) {
    if (leaf instanceof Scalar scalar && scalar.style().isBlock()) {
      cursor.skip();
    } else {
      finishLine();
    }
    Cursor.expect(!isInside(parent));
  }

  /** To the next token, which must stand in another line. */
  private void finishLine() {
    cursor.finishLine();
    cursor.skip();
  }

  private boolean isAt(int column) {
    return !cursor.hasEnded() && cursor.column() == column;
  }

  private boolean isInside(int column) {
    return !cursor.hasEnded() && cursor.column() > column;
  }
}
