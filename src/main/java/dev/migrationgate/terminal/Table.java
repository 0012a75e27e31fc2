package dev.migrationgate.terminal;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;

/** A table of a page: columns side by side, each cell broken to the width of its column. */
final class Table {
  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  private final Terminal terminal;
  private final List<List<Paragraph>> rows = new ArrayList<>();

  Table(TableBlock block, Terminal terminal) {
    this.terminal = terminal;
    for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
      Style style = part instanceof TableHead ? Style.BOLD : Style.PLAIN;
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        rows.add(row(row, style));
      }
    }
  }

  private List<Paragraph> row(Node row, Style style) {
    List<Paragraph> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      Paragraph paragraph = new Paragraph();
      Markdown.inline(cell, style, terminal, paragraph);
      cells.add(paragraph);
    }
    return cells;
  }

  List<String> lines(int width) {
    int[] columns = columns(width);
    List<String> lines = new ArrayList<>();
    for (List<Paragraph> row : rows) {
      add(row, columns, lines);
    }
    return lines;
  }

  /** What each column asks for; the widest gives way while they do not fit. */
  private int[] columns(int width) {
    int[] columns = new int[rows.get(0).size()];
    int total = GAP.length() * (columns.length - 1);
    for (int i = 0; i < columns.length; i++) {
      for (List<Paragraph> row : rows) {
        columns[i] = Math.max(columns[i], row.get(i).width(terminal));
      }
      total += columns[i];
    }
    while (total > width) {
      int widest = 0;
      for (int i = 1; i < columns.length; i++) {
        widest = columns[i] > columns[widest] ? i : widest;
      }
      if (columns[widest] <= NARROWEST) {
        break;
      }
      columns[widest]--;
      total--;
    }
    return columns;
  }

  private void add(List<Paragraph> row, int[] columns, List<String> lines) {
    List<List<String>> cells = new ArrayList<>();
    int height = 0;
    for (int i = 0; i < row.size(); i++) {
      cells.add(row.get(i).lines(terminal, columns[i]));
      height = Math.max(height, cells.get(i).size());
    }
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder();
      int start = 0;
      int column = 0;
      for (int cell = 0; cell < cells.size(); cell++) {
        if (i < cells.get(cell).size()) {
          String text = cells.get(cell).get(i);
          line.append(" ".repeat(Math.max(start - column, 0))).append(text);
          column = Math.max(start, column) + visible(text);
        }
        start += columns[cell] + GAP.length();
      }
      lines.add(line.toString());
    }
  }

  /** Escape codes take no column. */
  private static int visible(String text) {
    int columns = Columns.of(text);
    int escape = text.indexOf('\u001b');
    while (escape >= 0) {
      int end = text.indexOf('m', escape);
      columns -= end + 1 - escape;
      escape = text.indexOf('\u001b', end);
    }
    return columns;
  }
}
