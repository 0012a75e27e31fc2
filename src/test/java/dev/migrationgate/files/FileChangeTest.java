package dev.migrationgate.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChangeTest {
  private static final byte[] OLD = bytes("a: 1\n");

  @TempDir private Path folder;

  @Test
  void writesAll() throws IOException {
    FileChange.apply(List.of(change("one.yaml", "a: 2\n"), change("two.yaml", "a: 3\n")));
    assertThat(folder.resolve("one.yaml")).hasContent("a: 2\n");
    assertThat(folder.resolve("two.yaml")).hasContent("a: 3\n");
    assertThat(names()).containsExactlyInAnyOrder("one.yaml", "two.yaml");
  }

  @Test
  void whereOneCannotBeWrittenNoneIs() throws IOException {
    List<FileChange> changes = List.of(change("one.yaml", "a: 2\n"), change("two.yaml", "a: 3\n"));
    Files.writeString(folder.resolve("two.yaml"), "a: 4\n");
    assertThatThrownBy(() -> FileChange.apply(changes))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(folder.resolve("two.yaml") + ": somebody changed it meanwhile");
    assertThat(folder.resolve("one.yaml")).hasBinaryContent(OLD);
    assertThat(folder.resolve("two.yaml")).hasContent("a: 4\n");
    assertThat(names()).containsExactlyInAnyOrder("one.yaml", "two.yaml");
  }

  @Test
  void ofSeveralAtOnceOneWins() throws Exception {
    FileChange.apply(List.of(change("one.yaml", "a: 1\n")));
    List<Callable<String>> writers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      byte[] content = bytes("a: by " + i + "\n");
      Path file = folder.resolve("one.yaml");
      writers.add(() -> {
        try {
          FileChange.apply(List.of(new FileChange(file, OLD, content)));
          return "done";
        } catch (IOException e) {
          return e.getMessage();
        }
      });
    }
    ExecutorService pool = Executors.newFixedThreadPool(writers.size());
    List<String> outcomes = new ArrayList<>();
    for (Future<String> outcome : pool.invokeAll(writers)) {
      outcomes.add(outcome.get());
    }
    pool.shutdown();
    assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.equals("done"))
        .allMatch(outcome -> outcome.contains("somebody changed it meanwhile"));
    assertThat(names()).containsExactly("one.yaml");
  }

  private FileChange change(String name, String content) throws IOException {
    return new FileChange(Files.write(folder.resolve(name), OLD), OLD, bytes(content));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList().stream();
    }
  }
}
