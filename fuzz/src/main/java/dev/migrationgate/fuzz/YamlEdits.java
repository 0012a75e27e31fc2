package dev.migrationgate.fuzz;

import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.Edits;
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

/**
 * Any text as YAML, behind two characters that choose a value and what it becomes: after the edit
 * that value says so, and every other one what it said before.
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
    SourceText source = new SourceText("input", yaml);
    List<Place> places;
    try {
      places = places(YamlReader.read(source));
    } catch (InvalidYaml e) {
      return;
    }
    // A key behind a question mark may have no colon, and then its value no place.
    if (yaml.indexOf('?') >= 0) {
      return;
    }
    if (places.isEmpty()) {
      return;
    }
    int chosen = (data[0] & 0xff) % places.size();
    String text = TEXTS.get((data[1] & 0xff) % TEXTS.size());
    Place place = places.get(chosen);
    Edit edit = ScalarEdit.of(source, place.scalar(), text, place.inFlow());
    StringBuilder edited = new StringBuilder();
    Edits.of(List.of(edit)).copy(yaml, 0, yaml.length(), edited);
    List<Place> after = places(YamlReader.read(new SourceText("edited", edited.toString())));
    if (after.size() != places.size()) {
      throw new AssertionError("another shape: " + edited);
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
