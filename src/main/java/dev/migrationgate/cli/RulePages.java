package dev.migrationgate.cli;

import dev.migrationgate.rules.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The pages of {@code docs/rules}, which the build packs into the jar. */
final class RulePages {
  private RulePages() {}

  /** A rule's page, in Markdown. */
  static String of(Rule rule) throws IOException {
    String resource = "/docs/rules/" + rule.id() + ".md";
    try (InputStream page = RulePages.class.getResourceAsStream(resource)) {
      if (page == null) {
        throw new IllegalStateException("the jar lacks " + resource);
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
