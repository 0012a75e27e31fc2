package dev.migrationgate.check;

import dev.migrationgate.report.Credentials;
import dev.migrationgate.report.Redactor;
import dev.migrationgate.report.Spans;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.SourceText;
import java.util.function.UnaryOperator;

/** The text of a file as people may see it: what looks secret is masked, line by line. */
public final class ShownText {
  private final String text;
  private final Spans secrets;

  private ShownText(String text, Spans secrets) {
    this.text = text;
    this.secrets = secrets;
  }

  /** Looks for secrets in a file, by its words and by its nodes. */
  public static ShownText of(SourceText source) {
    Spans secrets = Credentials.in(source.text());
    try {
      new SecretNodes(source, secrets).add();
    } catch (InvalidYaml e) {
      // What is no YAML has no nodes; its words were looked at.
      return new ShownText(source.text(), secrets);
    }
    return new ShownText(source.text(), secrets);
  }

  /** The text with what these know to be secret masked too, wherever it is cut. */
  ShownText without(Redactor... known) {
    Spans all = new Spans();
    secrets.forEach(0, text.length(), all::add);
    for (Redactor redactor : known) {
      redactor.addPlaces(text, all);
    }
    return new ShownText(text, all);
  }

  /** A part of it. */
  String between(int from, int to) {
    return secrets.masked(text, from, to);
  }

  /** What stands before a place; where the place lies within a secret, before that. */
  String before(int from, int place) {
    return between(from, Math.max(secrets.startAround(place), from));
  }

  /** All of it, each line masked once more. */
  public String byLine(UnaryOperator<String> mask) {
    StringBuilder shown = new StringBuilder(text.length());
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      shown.append(mask.apply(between(start, end))).append('\n');
      start = end + 1;
    }
    return shown.append(mask.apply(between(start, text.length()))).toString();
  }
}
