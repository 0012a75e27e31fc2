package dev.migrationgate.yaml;

import java.util.List;

/**
 * What a text has to say after an edit: one scalar something else, and all others the same.
 *
 * @param edited the scalar, as it stood before
 * @param text what it has to say
 */
record EditedTree(Scalar edited, String text) {

  /** True when the text after the edit can be read, and says that. */
  boolean isThat(SourceText before, SourceText after) {
    try {
      List<Document> old = YamlReader.read(before);
      List<Document> documents = YamlReader.read(after);
      boolean same = old.size() == documents.size();
      for (int i = 0; same && i < old.size(); i++) {
        same = isSame(old.get(i).root(), documents.get(i).root());
      }
      return same;
    } catch (InvalidYaml e) {
      return false;
    }
  }

  private boolean isSame(Node before, Node after) {
    if (before instanceof Scalar old) {
      return after instanceof Scalar scalar && isSameScalar(old, scalar);
    }
    if (before instanceof Alias old) {
      return after instanceof Alias alias && alias.anchor().equals(old.anchor());
    }
    if (before instanceof Mapping old) {
      return after instanceof Mapping mapping && areSame(old.entries(), mapping.entries());
    }
    return before instanceof Sequence old
        && after instanceof Sequence sequence
        && areSameItems(old.items(), sequence.items());
  }

  private boolean areSame(List<Entry> before, List<Entry> after) {
    boolean same = before.size() == after.size();
    for (int i = 0; same && i < before.size(); i++) {
      same =
          isSame(before.get(i).key(), after.get(i).key())
              && isSame(before.get(i).value(), after.get(i).value());
    }
    return same;
  }

  private boolean areSameItems(List<Node> before, List<Node> after) {
    boolean same = before.size() == after.size();
    for (int i = 0; same && i < before.size(); i++) {
      same = isSame(before.get(i), after.get(i));
    }
    return same;
  }

  private boolean isSameScalar(Scalar before, Scalar after) {
    // An empty key and its empty value may stand at one place; only one of them can change.
    if (before.start() == edited.start() && before.end() == edited.end()) {
      return after.value().equals(text) && !after.isRetyped();
    }
    return after.value().equals(before.value())
        && after.tag().equals(before.tag())
        && after.style() == before.style();
  }
}
