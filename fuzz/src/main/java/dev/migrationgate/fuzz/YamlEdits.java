package dev.migrationgate.fuzz;

import dev.migrationgate.yaml.BothReaders;
import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.ScalarEdit;
import dev.migrationgate.yaml.Sequence;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Any text as YAML, behind two characters that choose a value and what it becomes: what the reader
 * of usual YAML reads, the full one reads alike, before the edit and after it. After the edit that
 * value says so, and every other one what it said before. Where nothing stands, or where it stands
 * oddly, an edit may be refused.
 */
public final class YamlEdits {
  private static final List<String> TEXTS =
      List.of(
          "v2", "1.10", "on", "", " a ", "a: b", "a #b", "it's", "\"", "\\", "{x}", "- a", "?",
          "\u2190");

  private YamlEdits() {}

  private record Place(Scalar scalar, boolean inFlow) {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length < 2) {
      return;
    }
    String yaml = new String(Arrays.copyOfRange(data, 2, data.length), StandardCharsets.UTF_8);
    readAlike(yaml);
    SourceText source = new SourceText("input", yaml);
    List<Place> places;
    try {
      places = places(YamlReader.read(source));
    } catch (InvalidYaml e) {
      return;
    }
    if (places.isEmpty()) {
      return;
    }
    int chosen = (data[0] & 0xff) % places.size();
    String text = TEXTS.get((data[1] & 0xff) % TEXTS.size());
    Place place = places.get(chosen);
    Optional<String> edited = ScalarEdit.applied(source, place.scalar(), text, place.inFlow());
    if (edited.isEmpty()) {
      if (standsBehindItsKey(source, place.scalar())) {
        throw new AssertionError("refused, where a value stands: " + place.scalar());
      }
      return;
    }
    readAlike(edited.get());
    List<Place> after = places(YamlReader.read(new SourceText("edited", edited.get())));
    if (after.size() != places.size()) {
      throw new AssertionError("another shape: " + edited.get());
    }
    for (int i = 0; i < places.size(); i++) {
      String expected = i == chosen ? text : places.get(i).scalar().value();
      if (!after.get(i).scalar().value().equals(expected)) {
        throw new AssertionError(i + " is " + after.get(i).scalar() + ", not " + expected);
      }
    }
    if (after.get(chosen).scalar().isRetyped()) {
      throw new AssertionError("retyped: " + after.get(chosen).scalar());
    }
  }

  private static void readAlike(String yaml) {
    if (!BothReaders.agreeOn(yaml)) {
      throw new AssertionError("two readers, two trees: " + yaml);
    }
  }

  /** What starts a line may stand where no YAML parser but this reader's engine lets it. */
  private static boolean standsBehindItsKey(SourceText source, Scalar scalar) {
    String before = source.text().substring(source.lineStart(scalar.start()), scalar.start());
    return scalar.start() < scalar.end() && !scalar.style().isBlock() && !before.isBlank();
  }

  private static List<Place> places(List<Document> documents) {
    List<Place> places = new ArrayList<>();
    for (Document document : documents) {
      collect(document.root(), false, places);
    }
    return places;
  }

  private static void collect(Node node, boolean inFlow, List<Place> places) {
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        collect(entry.value(), inFlow || mapping.flow(), places);
      }
    } else if (node instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        collect(item, inFlow || sequence.flow(), places);
      }
    } else if (node instanceof Scalar scalar) {
      places.add(new Place(scalar, inFlow));
    }
  }
}
