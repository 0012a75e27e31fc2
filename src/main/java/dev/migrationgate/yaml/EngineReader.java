package dev.migrationgate.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads all that is YAML, by snakeyaml-engine, and says what is wrong with what is none. */
final class EngineReader {
  private static final char BOM = '\uFEFF';

  /**
   * The parser copies what is left of its buffer, four bytes a character, at every refill: a small
   * buffer makes one long scalar take quadratic time, and one for the whole text takes memory.
   */
  private static final int REFILLS = 16;

  private static final int SMALLEST_BUFFER = 16 * 1024;

  private final SourceText source;
  private final Limits limits;
  private final Offsets offsets;
  private final ParserImpl events;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private final SharedTexts texts = new SharedTexts();

  private long written;
  private long aliased;

  private record Anchored(Node node, long size) {}

  private EngineReader(SourceText source, Limits limits) {
    this.source = source;
    this.limits = limits;
    String text = source.text();
    int bom = !text.isEmpty() && text.charAt(0) == BOM ? 1 : 0;
    this.offsets = new Offsets(text, bom);
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(Math.max(text.length() / REFILLS, SMALLEST_BUFFER))
            .build();
    this.events = new ParserImpl(settings, new StreamReader(settings, text.substring(bom)));
  }

  /**
   * Reads all documents of a text, none of an empty one.
   *
   * @throws InvalidYaml for what no YAML parser reads, duplicate keys, and what goes past the
   *     limits
   */
  static List<Document> read(SourceText source, Limits limits) {
    try {
      return new EngineReader(source, limits).documents();
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark =
          e.getProblemMark().isPresent() ? e.getProblemMark() : e.getContextMark();
      String where =
          mark.isPresent()
              ? ":" + (mark.get().getLine() + 1) + ":" + (mark.get().getColumn() + 1)
              : "";
      throw new InvalidYaml(source.name() + where + ": this is no YAML: " + problem(e));
    } catch (YamlVersionException e) {
      throw new InvalidYaml(
          source.name() + ": the %YAML directive asks for a version that is not 1.x; remove it");
    } catch (ReaderException e) {
      throw new InvalidYaml(
          String.format(
              "%s: the character U+%04X at position %d is not allowed in YAML; remove it",
              source.name(), e.getCodePoint(), e.getPosition()));
    } catch (YamlEngineException e) {
      throw new InvalidYaml(source.name() + ": this is no YAML: " + e.getMessage().strip());
    } catch (NumberFormatException e) {
      // snakeyaml-engine 3.2 takes the digits of an escape to be there where the text ends.
      throw InvalidYaml.at(
          source, source.text().length(), "this is no YAML: an escape without its digits");
    }
  }

  private static String problem(MarkedYamlEngineException e) {
    String problem = e.getProblem() == null ? "" : e.getProblem();
    String context = e.getContext() == null ? "" : e.getContext();
    String message = context.isEmpty() ? problem : context + ", " + problem;
    if (message.contains("but got {")) {
      return message.strip() + "; inside brackets a ${…} must be quoted";
    }
    return message.contains("'\\t(TAB)'")
        ? message.strip() + "; indent with spaces"
        : message.strip();
  }

  private List<Document> documents() {
    List<Document> documents = new ArrayList<>();
    while (events.hasNext()) {
      Event event = events.next();
      if (event.getEventId() == Event.ID.DocumentStart) {
        anchors.clear();
        int start = startOf(event);
        if (documents.size() == limits.documents()) {
          throw InvalidYaml.at(
              source, start, "more than " + limits.documents() + " documents; split the input");
        }
        Node root = node(events.next(), 1);
        documents.add(new Document(root, start));
      }
    }
    return documents;
  }

  private Node node(Event event, int depth) {
    long before = written + aliased;
    written++;
    Node node =
        switch (event.getEventId()) {
          case Alias -> alias((AliasEvent) event);
          case Scalar -> scalar((ScalarEvent) event);
          case SequenceStart -> sequence((CollectionStartEvent) event, depth);
          default -> mapping((CollectionStartEvent) event, depth);
        };
    if (event instanceof NodeEvent owner && !(event instanceof AliasEvent)) {
      Optional<Anchor> anchor = owner.getAnchor();
      if (anchor.isPresent()) {
        anchors.put(anchor.get().getValue(), new Anchored(node, written + aliased - before));
      }
    }
    return node;
  }

  private Alias alias(AliasEvent event) {
    String anchor = event.getAlias().getValue();
    Anchored anchored = anchors.get(anchor);
    if (anchored == null) {
      throw InvalidYaml.at(
          source,
          startOf(event),
          // Without its name, for it may be a password that somebody forgot to quote.
          "an alias without an anchor before it; put the text in quotes if it is meant to begin with *");
    }
    aliased += anchored.size();
    if (aliased > limits.aliasedNodes()) {
      throw InvalidYaml.at(
          source,
          startOf(event),
          "aliases grow this input past " + limits.aliasedNodes() + " nodes; write them out");
    }
    return new Alias(anchor, anchored.node(), startOf(event), endOf(event));
  }

  private Scalar scalar(ScalarEvent event) {
    String value = texts.share(event.getValue());
    int end = endOf(event);
    boolean hasProperties = event.getAnchor().isPresent() || event.getTag().isPresent();
    int start = hasProperties ? skipProperties(startOf(event), end) : startOf(event);
    if (value.length() > limits.scalarLength()) {
      throw InvalidYaml.at(
          source,
          start,
          "a text of more than " + limits.scalarLength() + " characters; shorten it");
    }
    return new Scalar(
        value, value, style(event.getScalarStyle()), event.getTag().orElse(""), start, end);
  }

  private static Scalar.Style style(ScalarStyle style) {
    return switch (style) {
      case SINGLE_QUOTED -> Scalar.Style.SINGLE_QUOTED;
      case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Scalar.Style.DOUBLE_QUOTED;
      case LITERAL -> Scalar.Style.LITERAL;
      case FOLDED -> Scalar.Style.FOLDED;
      default -> Scalar.Style.PLAIN;
    };
  }

  /** Anchor and tag are part of the event's range; an edit of the scalar must leave them. */
  private int skipProperties(int start, int end) {
    String text = source.text();
    int at = start;
    while (at < end && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
      while (at < end && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      while (at < end && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }
    return at;
  }

  private Sequence sequence(CollectionStartEvent start, int depth) {
    checkDepth(start, depth);
    List<Node> items = new ArrayList<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(event, depth + 1));
      event = events.next();
    }
    return new Sequence(items, start.isFlow(), startOf(start), endOf(event));
  }

  private Mapping mapping(CollectionStartEvent start, int depth) {
    checkDepth(start, depth);
    List<Entry> entries = new ArrayList<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      Node key = node(event, depth + 1);
      Node value = node(events.next(), depth + 1);
      entries.add(new Entry(key, value));
      event = events.next();
    }
    checkDuplicates(entries);
    return new Mapping(entries, start.isFlow(), startOf(start), endOf(event));
  }

  private void checkDepth(Event event, int depth) {
    if (depth > limits.depth()) {
      throw InvalidYaml.at(
          source, startOf(event), "nested deeper than " + limits.depth() + " levels");
    }
  }

  private void checkDuplicates(List<Entry> entries) {
    Set<String> names = new HashSet<>(entries.size() * 2);
    for (Entry entry : entries) {
      if (entry.key().target() instanceof Scalar key && !names.add(key.value())) {
        throw duplicate(entries, key);
      }
    }
  }

  private InvalidYaml duplicate(List<Entry> entries, Scalar key) {
    int first = key.start();
    for (Entry entry : entries) {
      if (entry.name().equals(key.value())) {
        first = entry.key().start();
        break;
      }
    }
    return InvalidYaml.at(
        source,
        key.start(),
        "duplicate key"
            + (isText(entries, key) ? "" : " \"" + key.value() + "\"")
            + ", first in line "
            + source.line(first)
            + "; remove one of them, or put the --- back that got lost where files were joined");
  }

  /** True for a key of {@code {a, b}}: it was meant for a value, and may be one to keep. */
  private static boolean isText(List<Entry> entries, Scalar key) {
    for (Entry entry : entries) {
      boolean empty = entry.value().start() == entry.value().end();
      if (empty && entry.name().equals(key.value())) {
        return true;
      }
    }
    return false;
  }

  private int startOf(Event event) {
    return offsets.of(event.getStartMark().orElseThrow().getIndex());
  }

  private int endOf(Event event) {
    return offsets.of(event.getEndMark().orElseThrow().getIndex());
  }
}
