package dev.migrationgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a command is given that it cannot use: one line that says so, and exit code 2. */
class OddInputTest {
  private static final String GOOD = "examples/shop";

  @TempDir private Path folder;

  @BeforeEach
  void lay() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    Files.writeString(Files.createDirectory(folder.resolve("text")).resolve("a.txt"), "a: 1");
    Files.createFile(folder.resolve("empty.yaml"));
    Files.writeString(folder.resolve("prose.yaml"), "no such build\n");
    Files.writeString(folder.resolve("open.yaml"), "a: [b\n");
    Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
    Files.createSymbolicLink(folder.resolve("dead.yaml"), Path.of("/nowhere"));
    Files.createSymbolicLink(folder.resolve("loop.yaml"), Path.of("loop.yaml"));
    Files.writeString(folder.resolve("old.json"), "{\"version\":\"0\",\"findings\":[]}");
    Files.writeString(folder.resolve("list.json"), "[]");
    Files.writeString(
        Files.createDirectory(folder.resolve("project")).resolve(".migration-gate.yaml"),
        "spec:\n  require: 1\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          check DIR/empty                           | DIR/empty: no manifests there
          fix DIR/empty                             | DIR/empty: no manifests there
          graph DIR/text                            | DIR/text: no manifests there
          render DIR/text                           | DIR/text: no manifests there
          check DIR/empty.yaml                      | DIR/empty.yaml: empty input
          check DIR/empty.yaml GOOD                 | DIR/empty.yaml: empty input
          fix DIR/empty.yaml                        | DIR/empty.yaml: empty input
          graph DIR/empty.yaml                      | DIR/empty.yaml: empty input
          render DIR/empty.yaml GOOD                | DIR/empty.yaml: empty input
          check DIR/prose.yaml                      | DIR/prose.yaml: this is text and no manifest
          check DIR/missing                         | DIR/missing: no such file or folder
          check DIR/dead.yaml                       | DIR/dead.yaml: no such file or folder
          fix DIR/loop.yaml                         | DIR/loop.yaml: no such file or folder
          fix DIR/open.yaml                         | DIR/open.yaml:2:1: this is no YAML
          check DIR/binary.yaml                     | DIR/binary.yaml: byte 0 is not UTF-8
          check -                                   | stdin: empty input
          graph -                                   | stdin: empty input
          render -                                  | stdin: empty input
          fix -                                     | fix changes files, and stdin is none
          check --nope                              | Unknown option: '--nope'
          fix --rule gate-mising GOOD               | did you mean gate-missing?
          check -f json -o /nowhere/x GOOD          | /nowhere/x: cannot be written: no such file or folder
          check -f json -o DIR/x -f sarif -o DIR/./x GOOD | two reports for one --output FILE
          check -f json -f sarif GOOD               | two reports for stdout
          check --baseline DIR/old.json GOOD        | DIR/old.json: a baseline of version 0
          check --baseline DIR/list.json GOOD       | DIR/list.json: no baseline
          check --write-baseline --baseline /nowhere/b GOOD | /nowhere/b: cannot be written: no such file or folder
          check DIR/project                         | the fields of spec stand here without spec
          """)
  void isOneLine(String command, String expected) {
    String[] words =
        Stream.of(command.replace("DIR", folder.toString()).replace("GOOD", GOOD).split(" "))
            .toArray(String[]::new);
    Run run = Run.of(new byte[0], words);
    assertThat(run.report()).contains(expected.replace("DIR", folder.toString()));
    assertThat(run.report()).startsWith("migration-gate: ").hasLineCount(1);
    assertThat(run.report()).doesNotContain("Exception", ".java");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resources: [\"a\\0b\"]",
        "components: [\"a\\0b\"]",
        "transformers: [\"a\\0b\"]",
        "patches: [{path: \"a\\0b\"}]",
        "patchesStrategicMerge: [\"a\\0b\"]",
        "patchesJson6902: [{path: \"a\\0b\", target: {kind: Job, name: a}}]",
        "replacements: [{path: \"a\\0b\"}]",
        "configMapGenerator: [{name: a, files: [\"a\\0b\"]}]",
        "secretGenerator: [{name: a, envs: [\"a\\0b\"]}]"
      })
  void aPathThatNoFileCanHave(String field) throws IOException {
    Path all = Files.createDirectory(folder.resolve("paths"));
    Files.copy(Path.of(GOOD, "migration-job.yaml"), all.resolve("job.yaml"));
    String resources = field.startsWith("resources") ? "" : "resources: [job.yaml]\n";
    Files.writeString(all.resolve("kustomization.yaml"), resources + field + "\n");
    for (String command : List.of("check", "graph", "fix")) {
      Run run = Run.of(new byte[0], command, all.toString());
      assertThat(run.report()).doesNotContain("Exception", "defect");
      assertThat(run.exitCode()).as(command).isEqualTo(2);
      assertThat(run.report())
          .isEqualTo(
              "migration-gate: "
                  + all.resolve("kustomization.yaml")
                  + ": \"a\\u0000b\" cannot be the path of a file: Nul character not allowed; correct"
                  + " it\n");
    }
  }

  @ParameterizedTest
  @CsvSource({"check", "graph", "fix"})
  void anUnsetVariableIsNotThisFolder(String command) {
    Run run = Run.of(new byte[0], command, "");
    assertThat(run.report()).contains("a path is empty; . is the working directory");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  /** Spaces, a mark at the start, line ends of Windows, a link: all of that is a manifest. */
  @Test
  void whatLooksOddAndIsNot() throws IOException {
    String text = Files.readString(Path.of("testdata/mistakes/wait-typo/input.yaml"));
    Path spaces = Files.createDirectories(folder.resolve("a b/c d"));
    Files.writeString(spaces.resolve("windows.yaml"), text.replace("\n", "\r\n"));
    Files.writeString(folder.resolve("mark.yaml"), "\uFEFF" + text);
    Files.createSymbolicLink(folder.resolve("link.yaml"), Path.of("a b/c d/windows.yaml"));
    for (String file : new String[] {"a b/c d", "mark.yaml", "link.yaml"}) {
      Run run = Run.of(new byte[0], "check", folder.resolve(file).toString());
      assertThat(run.text()).contains("error gate-wrong-job at 105:15");
      assertThat(run.exitCode()).isEqualTo(1);
    }
  }
}
