package dev.migrationgate.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private static final byte[] OLD = "a: 1\r\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NEW = "a: 2\r\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.write(folder.resolve("variables.yaml"), OLD);
  }

  @Test
  void replaces() throws IOException {
    replace(file);
    assertThat(file).hasBinaryContent(NEW);
    assertThat(names()).containsExactly("variables.yaml");
  }

  @Test
  void untilItIsCommittedTheFileStands() throws IOException {
    try (AtomicFile staged = AtomicFile.stage(file, OLD, NEW)) {
      assertThat(staged).isNotNull();
      assertThat(file).hasBinaryContent(OLD);
      assertThat(names())
          .hasSize(2)
          .allMatch(name -> name.equals("variables.yaml") || hidden(name));
    }
    assertThat(file).hasBinaryContent(OLD);
    assertThat(names()).containsExactly("variables.yaml");
  }

  private static boolean hidden(String name) {
    return name.startsWith(".") && !name.endsWith(".yaml");
  }

  @Test
  void keepsPermissions() throws IOException {
    for (String mode : new String[] {"rw-r-----", "rwxrwxrwx", "rw-r--r--"}) {
      Files.write(file, OLD);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      replace(file);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo(mode);
    }
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path other = Files.createDirectory(folder.resolve("overlay"));
    Path link = other.resolve("link.yaml");
    Files.createSymbolicLink(link, Path.of("../variables.yaml"));
    replace(link);
    assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("../variables.yaml"));
    assertThat(file).hasBinaryContent(NEW);
    try (Stream<Path> files = Files.list(other)) {
      assertThat(files).containsExactly(link);
    }
  }

  @Test
  void whatSomebodyElseWroteIsNotLost() throws IOException {
    byte[] theirs = "a: 3\n".getBytes(StandardCharsets.UTF_8);
    try (AtomicFile staged = AtomicFile.stage(file, OLD, NEW)) {
      Files.write(file, theirs);
      assertThatThrownBy(staged::commit)
          .isInstanceOf(IOException.class)
          .hasMessage(file + ": somebody changed it meanwhile; nothing was written, run it again");
    }
    assertThat(file).hasBinaryContent(theirs);
    assertThatThrownBy(() -> AtomicFile.stage(file, OLD, NEW)).hasMessageContaining("meanwhile");
    assertThat(names()).containsExactly("variables.yaml");
  }

  @Test
  void whatIsNotThereIsNotMade() throws IOException {
    Path missing = folder.resolve("missing.yaml");
    assertThatThrownBy(() -> AtomicFile.stage(missing, OLD, NEW))
        .isInstanceOf(IOException.class)
        .hasMessage(missing + ": no such file");
    assertThat(names()).containsExactly("variables.yaml");
  }

  private void replace(Path path) throws IOException {
    try (AtomicFile staged = AtomicFile.stage(path, OLD, NEW)) {
      staged.commit();
    }
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList().stream();
    }
  }
}
