package dev.migrationgate.fix;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.yaml.Fragment;
import dev.migrationgate.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;

/** The command line of a gate, word by word or as a script, as far as a fix may change it. */
final class GateCommand {
  private final Resource resource;
  private final Container container;

  GateCommand(Resource resource, Container container) {
    this.resource = resource;
    this.container = container;
  }

  /** Replaces a word that reads exactly so. */
  Change replaceWord(String from, String to) {
    for (Container.Word word : container.words()) {
      if (word.node() instanceof Scalar scalar && scalar.written().equals(from)) {
        return new Change.Rewrite(resource, scalar, to);
      }
    }
    throw new CannotChange("\"" + from + "\" is no word of its own");
  }

  /** Replaces a piece of the one word, or script, that holds it. */
  Change replace(String from, String to) {
    List<Scalar> holders = new ArrayList<>();
    for (Container.Word word : container.words()) {
      if (word.node() instanceof Scalar scalar && scalar.written().contains(from)) {
        holders.add(scalar);
      }
    }
    if (holders.size() != 1) {
      throw new CannotChange("\"" + from.trim() + "\" does not stand there just once");
    }
    // In place where no quotes can become necessary, so that two pieces of a script may change.
    return to.indexOf('{') < 0
        ? new Change.Replace(resource, holders.get(0), from, to)
        : ScalarChange.replace(resource, holders.get(0), from, to);
  }

  /** Gives a call of {@code kubectl wait} more options, behind the word or at the list's end. */
  List<Change> addToKubectlWait(String... options) {
    for (Container.Word word : container.words()) {
      if (word.text().equals("wait")) {
        return append(word, options);
      }
    }
    return List.of(replace("kubectl wait", "kubectl wait " + String.join(" ", options)));
  }

  /** Puts words at the end of the list in which a word stands. */
  List<Change> append(Container.Word word, String... added) {
    List<String> path = TreePath.of(word.path());
    List<String> list = path.subList(0, path.size() - 1);
    int size = container.node().items(list.get(list.size() - 1)).size();
    List<Change> changes = new ArrayList<>();
    for (String one : added) {
      changes.add(new Change.Insert(resource, list, size, new Fragment.Text(one)));
    }
    return changes;
  }

  /** The end of the script that goes on although its wait has failed. */
  String openEnd() {
    for (Container.Word word : container.words()) {
      String script = word.node() instanceof Scalar scalar ? scalar.written().stripTrailing() : "";
      for (String end : new String[] {"|| true", "|| :", "|| exit 0", "; true", "; exit 0"}) {
        if (script.endsWith(end)) {
          String before = script.substring(0, script.length() - end.length());
          int kept = before.stripTrailing().length();
          return before.substring(kept) + end;
        }
      }
    }
    throw new CannotChange("its script has to be written anew");
  }
}
