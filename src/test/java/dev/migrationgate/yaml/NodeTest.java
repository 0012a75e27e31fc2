package dev.migrationgate.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a reader finds where authors share text between places. */
class NodeTest {

  @Nested
  class AnAlias {
    private static final String SHARED =
        """
        first: &shared
          name: web
          args: [a, b]
        second: *shared
        word: &word bookings
        same: *word
        """;

    @Test
    void readsAsWhatItStandsFor() {
      Node root = root(SHARED);
      assertThat(root.text("second", "name")).contains("web");
      assertThat(root.items("second", "args")).hasSize(2);
      assertThat(names(root.entries("second"))).containsExactly("name", "args");
      assertThat(root.text("same")).contains("bookings");
      assertThat(root.has("bookings", "same")).isTrue();
    }

    @Test
    void keepsItsOwnPlace() {
      Node alias = root(SHARED).get("same").orElseThrow();
      assertThat(SHARED.substring(alias.start(), alias.end())).isEqualTo("*word");
    }
  }

  @Nested
  class AMergeKey {
    @Test
    void givesWhatTheMappingDoesNotSayItself() {
      Node root = root("base: &base {name: a, tag: b}\nmore:\n  <<: *base\n  name: own\n");
      assertThat(root.text("more", "name")).contains("own");
      assertThat(root.text("more", "tag")).contains("b");
      assertThat(root.text("more", "other")).isEmpty();
      assertThat(names(root.entries("more"))).containsExactly("name", "tag");
    }

    @Test
    void yieldsToWhatStandsBehindIt() {
      Node root = root("more: {<<: {name: a, tag: b}, tag: c}\n");
      assertThat(root.text("more", "tag")).contains("c");
      assertThat(texts(root.entries("more"))).containsExactly("c", "a");
    }

    @Test
    void prefersTheFirstOfAList() {
      Node root = root("a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nmore: {<<: [*a, *b], w: 0}\n");
      assertThat(root.text("more", "x")).contains("1");
      assertThat(root.text("more", "y")).contains("2");
      assertThat(root.text("more", "z")).contains("4");
      assertThat(root.text("more", "none")).isEmpty();
      assertThat(texts(root.entries("more"))).containsExactly("0", "1", "2", "4");
    }

    @Test
    void reachesThroughOthers() {
      Node root = root("a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nmore: {<<: *b}\n");
      assertThat(root.text("more", "x")).contains("1");
      assertThat(texts(root.entries("more"))).containsExactly("2", "1");
    }

    @Test
    void isAKeyLikeOthersInQuotes() {
      Node root = root("more: {\"<<\": {name: a}}\n");
      assertThat(root.text("more", "name")).isEmpty();
      assertThat(names(root.entries("more"))).containsExactly("<<");
    }

    @Test
    void ofNoMappingGivesNothing() {
      Node root = root("more: {<<: text, name: a}\n");
      assertThat(root.text("more", "tag")).isEmpty();
      assertThat(names(root.entries("more"))).containsExactly("name");
    }
  }

  @Nested
  class APath {
    @Test
    void endsWhereThereIsNothing() {
      Node root = root("a: {b: null, c: []}\n");
      assertThat(root.at("a", "x", "y")).isEmpty();
      assertThat(root.scalar("a", "b")).isEmpty();
      assertThat(root.scalar("a", "c")).isEmpty();
      assertThat(root.items("a")).isEmpty();
      assertThat(root.entries("a", "c")).isEmpty();
    }
  }

  @Nested
  class Places {
    @Test
    void countCharactersOutsideTheBasicPlane() {
      for (String mark : List.of("", "\uFEFF")) {
        String text = mark + "\uD83D\uDE80: \uD83D\uDE80 \uD83D\uDE80\nname: web\n";
        Node root = root(text);
        Entry first = ((Mapping) root).entries().get(0);
        assertThat(written(text, first.key())).isEqualTo("\uD83D\uDE80");
        assertThat(written(text, first.value())).isEqualTo("\uD83D\uDE80 \uD83D\uDE80");
        assertThat(written(text, root.get("name").orElseThrow())).isEqualTo("web");
      }
    }

    @Test
    void countManyOfThem() {
      String rockets = "\uD83D\uDE80".repeat(100);
      String text = "\uFEFFa: " + rockets + "\nname: web\n";
      Node root = root(text);
      assertThat(written(text, root.get("a").orElseThrow())).isEqualTo(rockets);
      assertThat(written(text, root.get("name").orElseThrow())).isEqualTo("web");
    }
  }

  private static Node root(String text) {
    return YamlReader.read(new SourceText("test", text)).get(0).root();
  }

  private static String written(String text, Node node) {
    return text.substring(node.start(), node.end());
  }

  private static List<String> names(List<Entry> entries) {
    return entries.stream().map(Entry::name).toList();
  }

  private static List<String> texts(List<Entry> entries) {
    return entries.stream().map(entry -> entry.value().text().orElseThrow()).toList();
  }
}
