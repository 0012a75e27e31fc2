package dev.migrationgate.pattern.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Containers;
import dev.migrationgate.pattern.Given;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line of a container, with its environment put in. */
class ContainerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $(JOB)          | migrate
          ${JOB}          | migrate
          $JOB            | migrate
          job/$JOB        | job/migrate
          $JOB-x          | migrate-x
          a$JOB/$JOB.b    | amigrate/migrate.b
          $JOBS           | $JOBS
          $JOB_NAME       | $JOB_NAME
          $JOBa           | $JOBa
          $JOBz           | $JOBz
          $JOBA           | $JOBA
          $JOBZ           | $JOBZ
          $JOB0           | $JOB0
          $JOB9           | $JOB9
          $JOBX $JOB      | $JOBX migrate
          $(SECRET)       | $(SECRET)
          $OTHER          | $OTHER
          JOB             | JOB
          """)
  void literalValuesArePutIn(String word, String expected) {
    Container container =
        Containers.container(
            "{command: ['"
                + word
                + "'], env: [{name: SECRET, valueFrom: {secretKeyRef: {name: s, key: k}}}, {name:"
                + " JOB, value: migrate}]}");
    assertThat(container.words().get(0).text()).isEqualTo(expected);
  }

  @Test
  void aWordKnowsItsPlace() {
    Container container = Containers.container("{command: [a, b], args: [c, ab]}");
    List<String> paths = new ArrayList<>();
    for (Container.Word word : container.words()) {
      paths.add(word.text() + " " + word.path());
    }
    String path = "spec.containers[0].";
    assertThat(paths)
        .containsExactly(
            "a " + path + "command[0]",
            "b " + path + "command[1]",
            "c " + path + "args[0]",
            "ab " + path + "args[1]");
    assertThat(container.word("ab").map(Container.Word::path)).contains(path + "args[1]");
    assertThat(container.word("x")).isEmpty();
  }

  @Test
  void hasATitle() {
    PodTemplate pod = Given.pod("{initContainers: [{name: a}], containers: [{name: b}, {}]}");
    assertThat(pod.allContainers())
        .extracting(Container::title)
        .containsExactly("init container a", "container b", "container ");
  }
}
