package dev.migrationgate.terminal;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A page of Markdown as a terminal shows it: headings at the edge, text indented and broken to the
 * width. Code is never broken, so that it can be copied.
 */
public final class Markdown {
  private static final int INDENT = 2;
  private static final int CODE_INDENT = 4;

  private final Terminal terminal;
  private final StringBuilder out = new StringBuilder();

  private Markdown(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The page, ending in a line break. */
  public static String render(String markdown, Terminal terminal) {
    Node document =
        Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(markdown);
    Markdown page = new Markdown(terminal);
    page.blocks(document, INDENT);
    return page.out.toString();
  }

  private void blocks(Node parent, int indent) {
    for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
      boolean opensInner = block.getPrevious() == null && parent.getParent() != null;
      if (!opensInner && !out.isEmpty()) {
        out.append('\n');
      }
      block(block, indent);
    }
  }

  private void block(Node block, int indent) {
    if (block instanceof Heading heading) {
      String title = PlainText.of(heading);
      line(0, terminal.styled(Style.BOLD, terminal.printable(title)));
    } else if (block instanceof FencedCodeBlock code) {
      code(code.getLiteral(), indent);
    } else if (block instanceof IndentedCodeBlock code) {
      code(code.getLiteral(), indent);
    } else if (block instanceof BulletList list) {
      items(list, 0, indent);
    } else if (block instanceof OrderedList list) {
      items(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber(), indent);
    } else if (block instanceof BlockQuote quote) {
      blocks(quote, indent + INDENT);
    } else if (block instanceof TableBlock table) {
      for (String row : new Table(table, terminal).lines(terminal.width() - indent)) {
        line(indent, row);
      }
    } else {
      lines(paragraph(block), indent);
    }
  }

  private void items(Node list, int firstNumber, int indent) {
    int number = firstNumber;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      String marker = firstNumber == 0 ? "- " : number + ". ";
      int start = out.length();
      blocks(item, indent + marker.length());
      // The item was written with spaces where its marker belongs.
      out.replace(start + indent, start + indent + marker.length(), marker);
      number++;
    }
  }

  private void code(String literal, int indent) {
    for (String line : literal.stripTrailing().split("\n")) {
      line(line.isEmpty() ? 0 : indent + CODE_INDENT, codeLine(terminal.printable(line)));
    }
  }

  private String codeLine(String line) {
    return line.stripLeading().startsWith("#") ? terminal.styled(Style.FAINT, line) : line;
  }

  private void lines(Paragraph paragraph, int indent) {
    for (String line : paragraph.lines(terminal, terminal.width() - indent)) {
      line(indent, line);
    }
  }

  private void line(int indent, String text) {
    out.append(" ".repeat(indent)).append(text).append('\n');
  }

  private Paragraph paragraph(Node parent) {
    Paragraph paragraph = new Paragraph();
    inline(parent, Style.PLAIN, terminal, paragraph);
    return paragraph;
  }

  /** Adds what stands inside a block. */
  static void inline(Node parent, Style style, Terminal terminal, Paragraph paragraph) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Text text) {
        paragraph.add(text.getLiteral(), style);
      } else if (node instanceof Code code) {
        String mark = terminal.colour() ? "" : "`";
        paragraph.add(mark + code.getLiteral() + mark, Style.CYAN);
      } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
        paragraph.add(" ", style);
      } else if (node instanceof Link link) {
        inline(link, style, terminal, paragraph);
        if (link.getDestination().contains("://")) {
          paragraph.add(" (" + link.getDestination() + ")", style);
        }
      } else if (node instanceof StrongEmphasis) {
        inline(node, Style.BOLD, terminal, paragraph);
      } else if (node instanceof Emphasis) {
        inline(node, Style.ITALIC, terminal, paragraph);
      } else {
        inline(node, style, terminal, paragraph);
      }
    }
  }
}
