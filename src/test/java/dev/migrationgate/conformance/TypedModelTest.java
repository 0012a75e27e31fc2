package dev.migrationgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.run.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the function writes, read by somebody else's types: it brings no field that Kubernetes does
 * not know, and no value that a field cannot take, unless the input had it already.
 */
class TypedModelTest {
  private static final Path TESTDATA = Path.of("testdata");
  private static final AtomicInteger READ = new AtomicInteger();

  static Stream<Path> outputs() throws IOException {
    try (Stream<Path> files = Files.walk(TESTDATA)) {
      List<Path> outputs =
          files.filter(file -> file.endsWith("output.approved.yaml")).sorted().toList();
      return outputs.stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outputs")
  void bringsNothingThatKubernetesDoesNotKnow(Path output) throws IOException {
    if (Files.size(output) == 0) {
      return;
    }
    Set<String> brought = complaints(output);
    brought.removeAll(complaints(output.resolveSibling("input.yaml")));
    assertThat(brought).isEmpty();
  }

  /** A test that reads nothing would be content with anything. */
  @AfterAll
  static void hasReadMost() {
    assertThat(READ.get()).isGreaterThan(500);
  }

  @Test
  void anUnknownFieldIsSeen() throws IOException {
    Path file = Files.createTempFile("job", ".yaml");
    Files.writeString(
        file,
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: migrate, labels: {a: b}}
        spec:
          backofLimit: 0
          template:
            spec:
              containers: [{name: migrate, image: migrate:v1, comand: [x]}]
        ---
        apiVersion: batch/v1
        kind: Job
        metadata: {name: migrate}
        spec: {backoffLimit: none}
        """);
    assertThat(complaints(file))
        .containsExactlyInAnyOrder(
            "Job: unknown field backofLimit of JobSpec",
            "Job: unknown field comand of Container",
            "Job: cannot be read: io.fabric8.kubernetes.api.model.batch.v1.Job[\"spec\"]"
                + "->io.fabric8.kubernetes.api.model.batch.v1.JobSpec[\"backoffLimit\"]");
    Files.delete(file);
  }

  private static Set<String> complaints(Path file) {
    Set<String> complaints = new TreeSet<>();
    for (Resource resource : ManifestReader.read(Input.read(file)).resources()) {
      Optional<Class<?>> type = TypedResource.type(resource);
      if (type.isPresent()) {
        READ.incrementAndGet();
        complaints.addAll(TypedResource.complaints(resource, type.get()));
      }
    }
    return complaints;
  }
}
