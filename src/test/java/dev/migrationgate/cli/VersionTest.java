package dev.migrationgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.jar.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

  @Test
  void namesVersionAndCommit() {
    assertThat(Version.text(attributes("1a2b3c4"))).isEqualTo("1.2.3 (1a2b3c4)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "${git.commit.id.abbrev}"})
  void outsideOfAGitThereIsNoCommit(String left) {
    assertThat(Version.text(attributes(left))).isEqualTo("1.2.3");
  }

  @Test
  void notPackaged() {
    assertThat(Version.text(new Attributes())).isEqualTo("(not packaged)");
  }

  private static Attributes attributes(String commit) {
    Attributes attributes = new Attributes();
    attributes.put(Attributes.Name.IMPLEMENTATION_VERSION, "1.2.3");
    attributes.putValue("Implementation-Commit", commit);
    return attributes;
  }
}
