package dev.migrationgate.check;

import dev.migrationgate.report.Clients;
import dev.migrationgate.report.Credentials;
import dev.migrationgate.report.Spans;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.Sequence;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.util.List;
import java.util.Optional;

/** Finds what is secret in a file by what it belongs to, however that is written. */
final class SecretNodes {
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  /** Files in files in files are nobody's. */
  private static final int DEEPEST = 3;

  private final SourceText source;
  private final Spans spans;
  private final int depth;

  SecretNodes(SourceText source, Spans spans) {
    this(source, spans, 0);
  }

  private SecretNodes(SourceText source, Spans spans, int depth) {
    this.source = source;
    this.spans = spans;
    this.depth = depth;
  }

  /**
   * Adds the places of what is secret.
   *
   * @throws InvalidYaml when the file cannot be read
   */
  void add() {
    YamlReader.read(source).forEach(document -> add(document.root()));
  }

  private void add(Node node) {
    if (node instanceof Mapping mapping) {
      add(mapping);
    } else if (node instanceof Sequence sequence) {
      add(sequence, clients(sequence.items()));
    } else if (node instanceof Scalar scalar) {
      add(scalar);
    }
  }

  private void add(Mapping mapping) {
    boolean secret = mapping.has("Secret", "kind");
    Clients clients = clients(mapping.items("command"));
    mapping.items("args").forEach(word -> word.text().ifPresent(clients::see));
    mapping.text("image").ifPresent(clients::see);
    for (Entry entry : mapping.entries()) {
      Node value = entry.value();
      String name = entry.name();
      boolean data = secret && (name.equals("data") || name.equals("stringData"));
      if (data) {
        hideAll(value);
      } else if (value.target() instanceof Scalar scalar
          && Credentials.isSecret(name, scalar.value())) {
        hide(scalar);
      } else if (value instanceof Sequence words
          && (name.equals("command") || name.equals("args"))) {
        add(words, clients);
      } else {
        add(value);
      }
      if (name.equals("secretGenerator")) {
        value.items().forEach(this::hideLiterals);
      }
    }
    if (secret) {
      mapping.scalar("metadata", "annotations", LAST_APPLIED).ifPresent(this::hide);
    }
    if (mapping.has("Secret", "target", "kind")) {
      mapping.scalar("patch").ifPresent(this::hide);
    }
    hidePair(mapping);
  }

  /** As in {@code name: DB_PASSWORD} beside {@code value: hunter2}, and in a JSON patch. */
  private void hidePair(Mapping mapping) {
    Optional<Scalar> value = mapping.scalar("value");
    if (value.isEmpty()) {
      return;
    }
    for (String label : new String[] {"name", "key", "path"}) {
      String name = mapping.text(label).orElse("");
      boolean data = label.equals("path") && name.startsWith("/stringData/");
      String last = label.equals("path") ? name.substring(name.lastIndexOf('/') + 1) : name;
      if (data || Credentials.isSecret(last, value.get().value())) {
        hide(value.get());
      }
    }
  }

  private static Clients clients(List<Node> words) {
    Clients clients = new Clients();
    words.forEach(word -> word.text().ifPresent(clients::see));
    return clients;
  }

  private void add(Sequence sequence, Clients clients) {
    String before = "";
    for (Node item : sequence.items()) {
      String word = item.text().orElse("");
      boolean option = before.startsWith("-") && before.indexOf('=') < 0;
      String name = option ? before.substring(before.startsWith("--") ? 2 : 1) : "";
      boolean takes = option && !before.startsWith("--") && clients.takes(name);
      boolean behind =
          takes ? !isReference(word) : name.length() > 1 && Credentials.isSecret(name, word);
      if (item.target() instanceof Scalar scalar && behind && !word.startsWith("-")) {
        hide(scalar);
      } else {
        add(item);
      }
      int from = clients.passwordIn(word, before);
      if (item instanceof Scalar scalar && from >= 0) {
        hideFrom(scalar, from);
      }
      before = word;
    }
  }

  private static boolean isReference(String word) {
    return !Credentials.isSecret("password", word);
  }

  private void hideLiterals(Node generator) {
    for (Node literal : generator.items("literals")) {
      if (literal.target() instanceof Scalar scalar) {
        hideBehindEquals(scalar);
      }
    }
  }

  private void add(Scalar scalar) {
    String value = scalar.value();
    int equals = value.indexOf('=');
    if (scalar.style().isBlock()) {
      addBlock(scalar);
    } else if (equals > 0
        && isOneWord(value)
        && Credentials.isSecret(
            withoutDashes(value.substring(0, equals)), value.substring(equals + 1))) {
      hideBehindEquals(scalar);
    } else if (scalar.style() == Scalar.Style.DOUBLE_QUOTED && isRewritten(scalar, '\\')) {
      addEscaped(scalar);
    } else if (isRewritten(scalar, '\n') && !Credentials.masked(value).equals(value)) {
      hide(scalar);
    }
  }

  private void addEscaped(Scalar scalar) {
    String value = scalar.value();
    Spans within = Credentials.in(value);
    addNodes(value, within);
    int[] offsets =
        Escapes.offsets(source.text(), scalar.start() + 1, scalar.end() - 1, value.length());
    if (offsets.length > 0) {
      within.forEach(0, value.length(), (from, to) -> spans.add(offsets[from], offsets[to]));
    } else if (!within.masked(value).equals(value)) {
      hide(scalar);
    }
  }

  /** Adds what is secret in a text that is a file of its own; most are none. */
  private void addNodes(String value, Spans within) {
    if (depth < DEEPEST && value.indexOf(':') >= 0) {
      try {
        new SecretNodes(new SourceText(source.name(), value), within, depth + 1).add();
      } catch (InvalidYaml e) {
        // Its words are looked at all the same.
        return;
      }
    }
  }

  private static String withoutDashes(String option) {
    int start = 0;
    while (start < option.length() && option.charAt(start) == '-') {
      start++;
    }
    return option.substring(start);
  }

  private static boolean isOneWord(String value) {
    return value.chars().noneMatch(Character::isWhitespace);
  }

  /** True where what stands in the file is not what it says: an escape, a word over two lines. */
  private boolean isRewritten(Scalar scalar, char sign) {
    int at = scalar.start();
    while (at < scalar.end() && source.text().charAt(at) != sign) {
      at++;
    }
    return at < scalar.end();
  }

  private void addBlock(Scalar scalar) {
    String value = scalar.value();
    if (scalar.style() == Scalar.Style.FOLDED) {
      String raw = source.text().substring(scalar.start(), scalar.end());
      // Joined, its lines may show what none of them shows alone.
      if (Credentials.in(value).count() > Credentials.in(raw).count()) {
        hide(scalar);
      }
      return;
    }
    Spans within = new Spans();
    addNodes(value, within);
    addWithin(scalar, within);
  }

  /** The lines of a literal block stand in the file as they are, further to the right. */
  private void addWithin(Scalar scalar, Spans within) {
    String text = source.text();
    String value = scalar.value();
    int line = source.nextLine(scalar.start());
    int start = 0;
    while (start < value.length() && line < scalar.end()) {
      int end = value.indexOf('\n', start);
      end = end < 0 ? value.length() : end;
      int lineEnd = line;
      while (lineEnd < scalar.end()
          && text.charAt(lineEnd) != '\n'
          && text.charAt(lineEnd) != '\r') {
        lineEnd++;
      }
      int shift = lineEnd - end;
      within.forEach(start, end, (from, to) -> spans.add(from + shift, to + shift));
      start = end + 1;
      line = source.nextLine(line);
    }
  }

  private void hideAll(Node node) {
    Node target = node.target();
    if (target instanceof Scalar scalar) {
      hide(scalar);
    } else if (target != node) {
      // Aliases of aliases would be followed for ever.
      spans.addLines(source.text(), target.start(), target.end());
    } else if (target instanceof Sequence sequence) {
      sequence.items().forEach(this::hideAll);
    } else if (target instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        boolean alone = entry.value() instanceof Scalar scalar && scalar.isNull();
        hideAll(alone ? entry.key() : entry.value());
      }
    }
  }

  private void hideBehindEquals(Scalar scalar) {
    hideFrom(scalar, scalar.value().indexOf('=') + 1);
  }

  /** Hides the end of a word; all of it where it is not written as it reads. */
  private void hideFrom(Scalar scalar, int from) {
    int start = scalar.start() + (scalar.style() == Scalar.Style.PLAIN ? 0 : 1);
    if (source.text().startsWith(scalar.value(), start)) {
      spans.addLines(source.text(), start + from, withoutQuote(scalar));
    } else {
      hide(scalar);
    }
  }

  private void hide(Scalar scalar) {
    if (scalar.value().isEmpty()) {
      return;
    }
    int start = scalar.start();
    if (scalar.style().isBlock()) {
      start = source.nextLine(start);
    } else if (scalar.style() != Scalar.Style.PLAIN) {
      start++;
    }
    spans.addLines(source.text(), start, withoutQuote(scalar));
  }

  private static int withoutQuote(Scalar scalar) {
    boolean quoted =
        scalar.style() == Scalar.Style.SINGLE_QUOTED
            || scalar.style() == Scalar.Style.DOUBLE_QUOTED;
    return quoted ? scalar.end() - 1 : scalar.end();
  }
}
