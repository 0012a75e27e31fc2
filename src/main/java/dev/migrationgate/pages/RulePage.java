package dev.migrationgate.pages;

import dev.migrationgate.rules.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The page of a rule, docs/rules/ID.md.
 *
 * @param text the whole page, Markdown
 */
public record RulePage(String text) {
  /** Where the project is at home. */
  public static final String SITE = "https://migrationgate.dev";

  private static final String SYMPTOM = "What you would see in the cluster";
  private static final String FENCE = "```";
  private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");

  /** The page of a rule; each has one. */
  public static RulePage of(Rule rule) {
    String name = "/docs/rules/" + rule.id() + ".md";
    try (InputStream page = RulePage.class.getResourceAsStream(name)) {
      if (page == null) {
        throw new IllegalStateException("no page " + name + " in the jar");
      }
      return new RulePage(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where people find a rule's page. */
  public static String uri(Rule rule) {
    return SITE + "/rules/" + rule.id();
  }

  /** A section by its heading, without the heading; empty where there is none. */
  public String section(String heading) {
    String start = "\n## " + heading + "\n";
    int from = text.indexOf(start);
    if (from < 0) {
      return "";
    }
    int end = text.indexOf("\n## ", from + start.length());
    return text.substring(from + start.length(), end < 0 ? text.length() : end).strip();
  }

  /**
   * What one would see in the cluster.
   *
   * @param words the first paragraph, one line without markup
   * @param example what a terminal would show, where the paragraph leads to it
   */
  public record Symptom(String words, List<String> example) {
    public Symptom {
      example = List.copyOf(example);
    }
  }

  /** What one would see in the cluster, the gist of it. */
  public Symptom symptom() {
    String section = section(SYMPTOM);
    int end = section.indexOf("\n\n");
    String paragraph = (end < 0 ? section : section.substring(0, end)).replace('\n', ' ');
    String words = LINK.matcher(paragraph).replaceAll("$1").replace("`", "").strip();
    String rest = end < 0 ? "" : section.substring(end).strip();
    boolean shown = words.endsWith(":") && rest.startsWith(FENCE);
    return new Symptom(words, shown ? example(rest) : List.of());
  }

  private static List<String> example(String fenced) {
    int start = fenced.indexOf('\n') + 1;
    int end = fenced.indexOf("\n" + FENCE, start);
    return fenced.substring(start, Math.max(end, start)).lines().toList();
  }
}
