package dev.migrationgate.pattern;

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
    add("command", words);
    add("args", words);
    return words;
  }

  /** The word that reads exactly so. */
  Optional<Word> word(String text) {
    for (Word word : words()) {
      if (word.text().equals(text)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  /** A Job that the command line names, with the place of its name. */
  Gate.Target target(String job) {
    for (Word word : words()) {
      if (word.text().contains(job)) {
        return new Gate.Target(job, word.node(), word.path());
      }
    }
    return new Gate.Target(job, node, path);
  }

  private void add(String field, List<Word> words) {
    List<Node> items = node.items(field);
    for (int i = 0; i < items.size(); i++) {
      String text = expand(items.get(i).text().orElse(""));
      words.add(new Word(text, items.get(i), path + "." + field + "[" + i + "]"));
    }
  }

  /** {@code $(X)} as the kubelet expands it, {@code ${X}} and {@code $X} as a shell will. */
  private String expand(String text) {
    if (text.indexOf('$') < 0) {
      return text;
    }
    String expanded = text;
    for (Node variable : node.items("env")) {
      Optional<String> name = variable.text("name");
      Optional<String> value = variable.text("value");
      if (name.isPresent() && value.isPresent()) {
        expanded =
            expanded
                .replace("$(" + name.get() + ")", value.get())
                .replace("${" + name.get() + "}", value.get());
        expanded = replaceBare(expanded, "$" + name.get(), value.get());
      }
    }
    return expanded;
  }

  private static String replaceBare(String text, String reference, String value) {
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    int at = text.indexOf(reference);
    while (at >= 0) {
      int end = at + reference.length();
      boolean whole = end == text.length() || !isNamePart(text.charAt(end));
      replaced.append(text, from, at).append(whole ? value : reference);
      from = end;
      at = text.indexOf(reference, end);
    }
    return replaced.append(text, from, text.length()).toString();
  }

  private static boolean isNamePart(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
