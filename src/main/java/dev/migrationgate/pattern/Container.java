package dev.migrationgate.pattern;

import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A container of a pod template.
 *
 * @param node its mapping
 * @param path where it stands in its resource: {@code spec.template.spec.containers[0]}
 */
public record Container(Node node, String path) {

  public String name() {
    return node.text("name").orElse("");
  }

  /** Its image as written, after substitution. */
  public Image image() {
    return Image.parse(node.text("image").orElse(""));
  }

  /** One word of the command line, and where it stands. */
  public record Word(String text, Node node, String path) {}

  /** The words of {@code command} and then {@code args}. */
  public List<Word> words() {
    List<Word> words = new ArrayList<>();
    add("command", words);
    add("args", words);
    return words;
  }

  private void add(String field, List<Word> words) {
    List<Node> items = node.items(field);
    for (int i = 0; i < items.size(); i++) {
      words.add(
          new Word(items.get(i).text().orElse(""), items.get(i), path + "." + field + "[" + i + "]"));
    }
  }
}
