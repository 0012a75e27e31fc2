package dev.migrationgate.pattern.pod;

import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A container of a pod template.
 *
 * @param node its mapping
 * @param path where it stands in its resource: {@code spec.template.spec.containers[0]}
 * @param pod the spec of its pod
 */
public record Container(Node node, String path, Node pod) {

  public String name() {
    return node.text("name").orElse("");
  }

  /** {@code init container NAME} or {@code container NAME}. */
  public String title() {
    return (path.contains(".initContainers[") ? "init container " : "container ") + name();
  }

  /** Its image as written, after substitution. */
  public Image image() {
    return Image.parse(node.text("image").orElse(""));
  }

  /**
   * One word of the command line, and where it stands.
   *
   * @param text the word with the literal values of the container's environment put in
   */
  public record Word(String text, Node node, String path) {}

  /** The words of {@code command} and then {@code args}. */
  public List<Word> words() {
    List<Word> words = new ArrayList<>();
    Expansion expansion = new Expansion(node.items("env"));
    add("command", expansion, words);
    add("args", expansion, words);
    return words;
  }

  /** The word that reads exactly so. */
  public Optional<Word> word(String text) {
    for (Word word : words()) {
      if (word.text().equals(text)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private void add(String field, Expansion expansion, List<Word> words) {
    List<Node> items = node.items(field);
    for (int i = 0; i < items.size(); i++) {
      String text = expansion.of(items.get(i).text().orElse(""));
      words.add(new Word(text, items.get(i), path + "." + field + "[" + i + "]"));
    }
  }
}
