package dev.migrationgate.krm;

import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.Sequence;
import dev.migrationgate.yaml.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes results into a ResourceList: those of other functions stay, our own earlier ones go. */
public final class ResultsWriter {
  /** The tag in which a result names its rule: what tells our own results from others. */
  public static final String RULE_TAG = "rule";

  private static final String RESULTS = "results";

  private final SourceText source;
  private final Mapping root;
  private final Set<String> ownRules;

  /**
   * @param root the ResourceList
   * @param ownRules the rules whose results are our own
   */
  public ResultsWriter(SourceText source, Mapping root, Set<String> ownRules) {
    this.source = source;
    this.root = root;
    this.ownRules = ownRules;
  }

  /** What to do to the text: an edit of the results that are there, or lines to append. */
  public record Written(Optional<Edit> edit, String appended) {}

  /** Puts these results in. */
  public Written write(List<Result> results) {
    Optional<Entry> entry = root.entry(RESULTS);
    if (entry.isEmpty()) {
      String appended =
          results.isEmpty()
              ? ""
              : inItsLines(RESULTS + ":\n" + BlockYaml.writeItems(nodes(results), 0));
      return new Written(Optional.empty(), appended);
    }
    List<Node> old = entry.get().value().target() instanceof Sequence s ? s.items() : List.of();
    List<Node> foreign = new ArrayList<>();
    for (Node item : old) {
      if (!ownRules.contains(item.text("tags", RULE_TAG).orElse(""))) {
        foreign.add(item);
      }
    }
    if (results.isEmpty() && foreign.size() == old.size()) {
      return new Written(Optional.empty(), "");
    }
    return new Written(Optional.of(replace(entry.get(), foreign, results)), "");
  }

  private Edit replace(Entry entry, List<Node> foreign, List<Result> results) {
    int start = entry.key().start();
    if (foreign.isEmpty() && results.isEmpty()) {
      return new Edit(start, end(entry), inItsLines(RESULTS + ": []\n"));
    }
    StringBuilder text = new StringBuilder(RESULTS).append(inItsLines(":\n"));
    int indent = 0;
    if (entry.value() instanceof Sequence sequence && !sequence.flow()) {
      ItemLines lines = new ItemLines(source, sequence);
      for (int i = 0; i < sequence.items().size(); i++) {
        if (foreign.contains(sequence.items().get(i))) {
          text.append(source.text(), lines.start(i), lines.end(i));
        }
      }
      indent = source.column(sequence.start()) - 1;
    } else {
      text.append(inItsLines(BlockYaml.writeItems(foreign, 0)));
    }
    text.append(inItsLines(BlockYaml.writeItems(nodes(results), indent)));
    return new Edit(start, end(entry), text.toString());
  }

  /** What is written anew has the line breaks of the input. */
  private String inItsLines(String text) {
    return text.replace("\n", source.lineBreak());
  }

  private int end(Entry entry) {
    if (entry.value() instanceof Sequence sequence
        && !sequence.flow()
        && !sequence.items().isEmpty()) {
      return new ItemLines(source, sequence).end(sequence.items().size() - 1);
    }
    return source.nextLine(entry.value().end());
  }

  private static List<Mapping> nodes(List<Result> results) {
    List<Mapping> nodes = new ArrayList<>(results.size());
    for (Result result : results) {
      nodes.add(node(result));
    }
    return nodes;
  }

  private static Mapping node(Result result) {
    List<Entry> entries = new ArrayList<>();
    put("message", result.message(), entries);
    put("severity", result.severity(), entries);
    if (result.resource().isPresent()) {
      Result.Reference reference = result.resource().get();
      List<Entry> inner = new ArrayList<>();
      put("apiVersion", reference.apiVersion(), inner);
      put("kind", reference.kind(), inner);
      put("name", reference.name(), inner);
      if (!reference.namespace().isEmpty()) {
        put("namespace", reference.namespace(), inner);
      }
      put("resourceRef", inner, entries);
    }
    if (result.field().isPresent()) {
      Result.FieldReference field = result.field().get();
      List<Entry> inner = new ArrayList<>();
      put("path", field.path(), inner);
      if (field.current().isPresent()) {
        put("currentValue", field.current().get(), inner);
      }
      if (field.proposed().isPresent()) {
        put("proposedValue", field.proposed().get(), inner);
      }
      put("field", inner, entries);
    }
    if (result.file().isPresent()) {
      List<Entry> inner = new ArrayList<>();
      put("path", result.file().get().path(), inner);
      if (result.file().get().index().isPresent()) {
        String index = result.file().get().index().get().toString();
        inner.add(new Entry(string("index"), scalar(index, Scalar.Style.PLAIN)));
      }
      put("file", inner, entries);
    }
    List<Entry> tags = new ArrayList<>();
    for (Map.Entry<String, String> tag : result.tags()) {
      put(tag.getKey(), tag.getValue(), tags);
    }
    put("tags", tags, entries);
    return mapping(entries);
  }

  private static void put(String key, String value, List<Entry> entries) {
    entries.add(new Entry(string(key), string(value)));
  }

  private static void put(String key, List<Entry> inner, List<Entry> entries) {
    entries.add(new Entry(string(key), mapping(inner)));
  }

  private static Scalar string(String text) {
    return scalar(text, Scalar.Style.DOUBLE_QUOTED);
  }

  private static Scalar scalar(String text, Scalar.Style style) {
    return new Scalar(text, text, style, "", 0, 0);
  }

  private static Mapping mapping(List<Entry> entries) {
    return new Mapping(entries, false, 0, 0);
  }
}
