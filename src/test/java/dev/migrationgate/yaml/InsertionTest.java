package dev.migrationgate.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is inserted stands there as the author would have written it, and nothing else moves. */
class InsertionTest {
  private static final Fragment.Entries LABELS =
      Fragment.of("labels", Fragment.of("app", "shop").with("version", "1.10"));
  private static final Fragment.Entries CONTAINER =
      Fragment.of("name", "wait")
          .with("args", Fragment.texts("wait", "job/a"))
          .with("user", new Fragment.Literal("1000"));

  @Nested
  class Entries {
    @Test
    void standBetweenOthers() {
      assertThat(
              entries(
                  """
                  metadata:
                    name: a # the name
                    # about the namespace
                    namespace: b
                  """,
                  1,
                  LABELS,
                  "metadata"))
          .isEqualTo(
              """
              metadata:
                name: a # the name
                labels:
                  app: shop
                  version: "1.10"
                # about the namespace
                namespace: b
              """);
    }

    @Test
    void standFirstAboveTheCommentOfTheNext() {
      assertThat(
              entries(
                  """
                  metadata:
                    # its name
                    name: a
                  """,
                  0,
                  LABELS,
                  "metadata"))
          .isEqualTo(
              """
              metadata:
                labels:
                  app: shop
                  version: "1.10"
                # its name
                name: a
              """);
    }

    @Test
    void standFirstInTheText() {
      Fragment.Entries more = Fragment.of("c", "d");
      assertThat(entries("a: b\n", 0, more, "")).isEqualTo("c: d\na: b\n");
      assertThat(entries("# about a\na: b\n", 0, more, "")).isEqualTo("c: d\n# about a\na: b\n");
      assertThat(entries("\na: b\n", 0, more, "")).isEqualTo("\nc: d\na: b\n");
    }

    @Test
    void standFirstInAnItem() {
      assertThat(
              entries(
                  """
                  list:
                    - name: a
                  """,
                  0,
                  LABELS,
                  "list",
                  "[0]"))
          .isEqualTo(
              """
              list:
                - labels:
                    app: shop
                    version: "1.10"
                  name: a
              """);
    }

    @Test
    void keepFourSpacesAndWideDashes() {
      assertThat(
              entries(
                  """
                  spec:
                      list:
                          -   name: a
                  """,
                  1,
                  Fragment.of("more", new Fragment.Items(List.of(CONTAINER))),
                  "spec"))
          .isEqualTo(
              """
              spec:
                  list:
                      -   name: a
                  more:
                      -   name: wait
                          args:
                              -   wait
                              -   job/a
                          user: 1000
              """);
    }

    @Test
    void keepDashesThatAreNotIndented() {
      assertThat(
              entries(
                  """
                  list:
                  - name: a
                  """,
                  1,
                  Fragment.of("more", Fragment.texts("b")),
                  ""))
          .isEqualTo(
              """
              list:
              - name: a
              more:
              - b
              """);
    }

    @Test
    void keepCarriageReturns() {
      assertThat(entries("metadata:\r\n  name: a\r\nspec: b\r\n", 1, LABELS, "metadata"))
          .isEqualTo(
              "metadata:\r\n  name: a\r\n  labels:\r\n    app: shop\r\n    version: \"1.10\"\r\n"
                  + "spec: b\r\n");
    }

    @Test
    void doNotEndAFileThatHadNoLastLineBreak() {
      assertThat(entries("metadata:\n  name: a", 1, LABELS, "metadata"))
          .isEqualTo("metadata:\n  name: a\n  labels:\n    app: shop\n    version: \"1.10\"");
    }

    @Test
    void standBehindACommentAtTheEndOfTheLine() {
      assertThat(entries("metadata:\n  name: a # last", 1, LABELS, "metadata"))
          .isEqualTo(
              "metadata:\n  name: a # last\n  labels:\n    app: shop\n    version: \"1.10\"");
    }

    @Test
    void standBehindABlockThatKeepsItsLineBreaks() {
      assertThat(
              entries(
                  """
                  script: |+
                    one

                  next: a
                  """,
                  1,
                  Fragment.of("more", "b"),
                  ""))
          .isEqualTo(
              """
              script: |+
                one

              more: b
              next: a
              """);
    }

    @Test
    void standBeforeTheBlankLineBehindAClippedBlock() {
      assertThat(
              entries(
                  """
                  script: |
                    one

                  next: a
                  """,
                  1,
                  Fragment.of("more", "b"),
                  ""))
          .isEqualTo(
              """
              script: |
                one
              more: b

              next: a
              """);
    }

    @Test
    void standBehindAnAnchoredValue() {
      assertThat(
              entries(
                  """
                  a: &one
                    b: c
                  d: *one
                  """,
                  1,
                  Fragment.of("more", "e"),
                  ""))
          .isEqualTo(
              """
              a: &one
                b: c
              more: e
              d: *one
              """);
    }

    @Test
    void ofFlowStyleStandOnTheLine() {
      assertThat(entries("metadata: {name: a}\n", 1, LABELS, "metadata"))
          .isEqualTo("metadata: {name: a, labels: {app: shop, version: \"1.10\"}}\n");
      assertThat(entries("metadata: {name: a}\n", 0, LABELS, "metadata"))
          .isEqualTo("metadata: {labels: {app: shop, version: \"1.10\"}, name: a}\n");
    }

    @Test
    void ofJsonHaveLinesAndQuotes() {
      assertThat(
              entries(
                  """
                  {
                    "metadata": {
                      "name": "a"
                    }
                  }
                  """,
                  1,
                  LABELS,
                  "metadata"))
          .isEqualTo(
              """
              {
                "metadata": {
                  "name": "a",
                  "labels": {
                    "app": "shop",
                    "version": "1.10"
                  }
                }
              }
              """);
    }

    @Test
    void fillAnEmptyFlowMapping() {
      assertThat(entries("metadata: {}\n", 0, Fragment.of("a", "b"), "metadata"))
          .isEqualTo("metadata: {a: b}\n");
    }
  }

  @Nested
  class Items {
    private static final String LIST =
        """
        list:
          # about the first
          - name: a
          - name: b # the last
        end: true
        """;

    @Test
    void standFirstAboveTheCommentOfTheNext() {
      assertThat(items(LIST, 0, CONTAINER))
          .isEqualTo(
              """
              list:
                - name: wait
                  args:
                    - wait
                    - job/a
                  user: 1000
                # about the first
                - name: a
                - name: b # the last
              end: true
              """);
    }

    @Test
    void standBetweenAndBehind() {
      assertThat(items(LIST, 1, new Fragment.Text("x")))
          .contains("- name: a\n  - x\n  - name: b # the last\nend: true");
      assertThat(items(LIST, 2, new Fragment.Text("x")))
          .contains("- name: b # the last\n  - x\nend: true");
    }

    @Test
    void ofASequenceInASequenceStandBehindTheOuterDash() {
      assertThat(edited("list:\n  - - a\n    - b\n", List.of("list", "[0]"), 0, "x"))
          .isEqualTo("list:\n  - - x\n    - a\n    - b\n");
    }

    @Test
    void standBelowDashesThatHaveALineOfTheirOwn() {
      assertThat(items("list:\n-\n  name: a\n", 1, new Fragment.Text("x")))
          .isEqualTo("list:\n-\n  name: a\n- x\n");
      assertThat(items("list:\n  - # first\n    name: a\n", 1, new Fragment.Text("x")))
          .isEqualTo("list:\n  - # first\n    name: a\n  - x\n");
      assertThat(items("list:\n  - a\n  -\n", 2, new Fragment.Text("x")))
          .isEqualTo("list:\n  - a\n  -\n  - x\n");
      assertThat(items("list:\n  -", 1, new Fragment.Text("x"))).isEqualTo("list:\n  -\n  - x");
    }

    @Test
    void standBehindTheMarksOfAComplexKey() {
      assertThat(edited("? |\n  list\n: - - a\n    - b\n", List.of("list\n", "[0]"), 2, "x"))
          .isEqualTo("? |\n  list\n: - - a\n    - b\n    - x\n");
      assertThat(items("? list\n: - a\n", 1, new Fragment.Text("x")))
          .isEqualTo("? list\n: - a\n  - x\n");
    }

    @Test
    void standInASequenceThatIsTheDocument() {
      assertThat(edited("- a\n- b\n", List.of(), 1, "x")).isEqualTo("- a\n- x\n- b\n");
      assertThat(edited("- a\n- b\n", List.of(), 0, "x")).isEqualTo("- x\n- a\n- b\n");
    }

    @Test
    void standAsFarFromTheirDashAsThoseWithAnchors() {
      assertThat(items("list:\n- &one\n    name: a\n", 1, CONTAINER))
          .isEqualTo(
              """
              list:
              - &one
                  name: a
              -   name: wait
                  args:
                  -   wait
                  -   job/a
                  user: 1000
              """);
    }

    @Test
    void thatAreListsStandOnOneLine() {
      Fragment words = new Fragment.Items(List.of(Fragment.texts("b", "\nc")));
      assertThat(items("list:\n  - [a]\n", 1, words))
          .isEqualTo("list:\n  - [a]\n  - [[b, \"\\nc\"]]\n");
    }

    @Test
    void ofFlowStyleAreQuotedAsTheFirst() {
      assertThat(items("list: [\"a\", \"b\"]\n", 2, new Fragment.Text("c")))
          .isEqualTo("list: [\"a\", \"b\", \"c\"]\n");
      assertThat(items("list: [a, b]\n", 1, new Fragment.Text("c: d")))
          .isEqualTo("list: [a, \"c: d\", b]\n");
      assertThat(items("list: []\n", 0, new Fragment.Text("c"))).isEqualTo("list: [c]\n");
    }

    @Test
    void ofJsonKeepTheirLines() {
      assertThat(
              items(
                  """
                  {
                    "list": [
                      {"name": "a"}
                    ]
                  }
                  """,
                  1,
                  new Fragment.Text("b")))
          .isEqualTo(
              """
              {
                "list": [
                  {"name": "a"},
                  "b"
                ]
              }
              """);
      assertThat(
              items(
                  """
                  {
                    "list": [
                      {
                        "name": "a"
                      }
                    ]
                  }
                  """,
                  1,
                  Fragment.of("name", "b")))
          .isEqualTo(
              """
              {
                "list": [
                  {
                    "name": "a"
                  },
                  {
                    "name": "b"
                  }
                ]
              }
              """);
    }
  }

  @Nested
  class Words {
    @Test
    void standOnOneLineWhereTheAuthorsDo() {
      Fragment.Entries more = Fragment.of("more", Fragment.texts("it's", "1.10"));
      assertThat(entries("a: [x]\n", 1, more, "")).isEqualTo("a: [x]\nmore: [it's, \"1.10\"]\n");
      assertThat(entries("a: ['x']\n", 1, more, ""))
          .isEqualTo("a: ['x']\nmore: ['it''s', '1.10']\n");
      assertThat(entries("a: [\"x\"]\n", 1, more, ""))
          .isEqualTo("a: [\"x\"]\nmore: [\"it's\", \"1.10\"]\n");
    }

    @Test
    void haveLinesOfTheirOwnWhereTheAuthorsHave() {
      assertThat(entries("a: [\n  x\n]\n", 1, Fragment.of("more", Fragment.texts("b")), ""))
          .isEqualTo("a: [\n  x\n]\nmore:\n- b\n");
    }

    @Test
    void followOtherDocumentsWhereTheirOwnShowsNone() {
      SourceText source = new SourceText("test", "a: b\n---\nc:\n    d: ['x']\n");
      List<Document> documents = YamlReader.read(source);
      Mapping root = (Mapping) documents.get(0).root();
      Insertion insertion =
          new Insertion(source, root, Layout.of(source, List.of(root, documents.get(1).root())));
      Fragment.Entries more = Fragment.of("e", Fragment.of("f", Fragment.texts("y")));
      assertThat(apply(source, insertion.entries(root, 1, more.pairs())))
          .isEqualTo("a: b\ne:\n    f: ['y']\n---\nc:\n    d: ['x']\n");
    }
  }

  @Nested
  class Empty {
    @Test
    void valuesGetWhatTheyLack() {
      assertThat(fill("a:\nb: c\n", LABELS))
          .isEqualTo("a:\n  labels:\n    app: shop\n    version: \"1.10\"\nb: c\n");
      assertThat(fill("a: # why\nb: c\n", Fragment.of("d", "e")))
          .isEqualTo("a: # why\n  d: e\nb: c\n");
      assertThat(fill("a: ~\nb: c\n", Fragment.of("d", "e"))).isEqualTo("a:\n  d: e\nb: c\n");
      assertThat(fill("a: {}\n", Fragment.of("d", "e"))).isEqualTo("a:\n  d: e\n");
      assertThat(fill("a: []\n", Fragment.texts("d"))).isEqualTo("a:\n- d\n");
      assertThat(fill("a:\n", new Fragment.Text("on"))).isEqualTo("a: \"on\"\n");
      assertThat(fill("a: null\n", new Fragment.Literal("5"))).isEqualTo("a: 5\n");
      assertThat(fill("a:", Fragment.of("d", "e"))).isEqualTo("a:\n  d: e");
    }

    @Test
    void valuesOfFlowStyleStayOnTheLine() {
      assertThat(fill("{a: , b: c}\n", Fragment.of("d", "e"))).isEqualTo("{a: {d: e} , b: c}\n");
      assertThat(fill("{\"a\": null}\n", Fragment.of("d", "e")))
          .isEqualTo("{\"a\": {\"d\": \"e\"}}\n");
    }

    @Test
    void listsTakeWordsAsTheAuthorWritesThem() {
      assertThat(fill("a:\nb: ['c']\n", Fragment.texts("d"))).isEqualTo("a: ['d']\nb: ['c']\n");
      assertThat(fill("a: []\nb: ['c']\n", Fragment.texts("d"))).isEqualTo("a: ['d']\nb: ['c']\n");
    }
  }

  @Nested
  class Texts {
    @Test
    void ofSeveralLinesAreBlocks() {
      assertThat(entries("a: b\n", 1, Fragment.of("c", "one\n\n  two\n"), ""))
          .isEqualTo("a: b\nc: |\n  one\n\n    two\n");
      assertThat(entries("a: b\n", 1, Fragment.of("c", "one\ntwo"), ""))
          .isEqualTo("a: b\nc: |-\n  one\n  two\n");
    }

    @Test
    void thatNoBlockHoldsAreQuoted() {
      assertThat(entries("a: b\n", 1, Fragment.of("c", " one\ntwo\n\n"), ""))
          .isEqualTo("a: b\nc: \" one\\ntwo\\n\\n\"\n");
      assertThat(entries("a: b\n", 1, Fragment.of("c", "\none"), ""))
          .isEqualTo("a: b\nc: \"\\none\"\n");
    }

    @Test
    void areWrittenOverInTheirQuotes() {
      assertThat(rewritten("a: b", "on")).isEqualTo("a: \"on\"");
      assertThat(rewritten("a: 'b'", "it's")).isEqualTo("a: 'it''s'");
      assertThat(rewritten("a: 'b'", "two\nlines")).isEqualTo("a: \"two\\nlines\"");
      assertThat(rewritten("a: \"b\"", "c\"d")).isEqualTo("a: \"c\\\"d\"");
    }
  }

  @Test
  void aDocumentComesBehindAnother() {
    SourceText source = new SourceText("test", "a: b");
    Node root = YamlReader.read(source).get(0).root();
    Edit edit =
        new Insertion(source, root, Layout.of(source, List.of()))
            .document(4, Fragment.of("c", Fragment.of("d", "e")));
    assertThat(apply(source, List.of(edit))).isEqualTo("a: b\n---\nc:\n  d: e");
  }

  private static String entries(String text, int index, Fragment.Entries added, String... path) {
    SourceText source = new SourceText("test", text);
    Node root = YamlReader.read(source).get(0).root();
    Mapping mapping = (Mapping) at(root, List.of(path));
    return apply(
        source,
        new Insertion(source, root, Layout.of(source, List.of()))
            .entries(mapping, index, added.pairs()));
  }

  private static String items(String text, int index, Fragment added) {
    SourceText source = new SourceText("test", text);
    Node root = YamlReader.read(source).get(0).root();
    Sequence sequence = (Sequence) root.get("list").orElseThrow();
    return apply(
        source,
        new Insertion(source, root, Layout.of(source, List.of()))
            .items(sequence, index, List.of(added)));
  }

  private static String edited(String text, List<String> path, int index, String added) {
    SourceText source = new SourceText("test", text);
    Node root = YamlReader.read(source).get(0).root();
    Sequence sequence = (Sequence) at(root, path);
    List<Fragment> item = List.of(new Fragment.Text(added));
    return apply(
        source,
        new Insertion(source, root, Layout.of(source, List.of())).items(sequence, index, item));
  }

  private static String fill(String text, Fragment value) {
    SourceText source = new SourceText("test", text);
    Mapping root = (Mapping) YamlReader.read(source).get(0).root();
    Insertion insertion = new Insertion(source, root, Layout.of(source, List.of()));
    return apply(source, insertion.fill(root, root.entries().get(0), value));
  }

  private static String rewritten(String text, String value) {
    SourceText source = new SourceText("test", text);
    Scalar scalar = YamlReader.read(source).get(0).root().scalar("a").orElseThrow();
    return apply(source, List.of(Insertion.rewrite(scalar, value, false)));
  }

  private static Node at(Node root, List<String> path) {
    Node node = root;
    for (String key : path) {
      if (key.startsWith("[")) {
        node = ((Sequence) node).items().get(Integer.parseInt(key.substring(1, key.length() - 1)));
      } else if (!key.isEmpty()) {
        node = node.get(key).orElseThrow();
      }
    }
    return node;
  }

  /** The edited text, which must still be YAML. */
  private static String apply(SourceText source, List<Edit> edits) {
    StringBuilder text = new StringBuilder();
    Edits.of(edits).copy(source.text(), 0, source.text().length(), text);
    YamlReader.read(new SourceText("edited", text.toString()));
    return text.toString();
  }
}
