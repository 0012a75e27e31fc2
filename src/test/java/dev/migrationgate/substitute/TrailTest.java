package dev.migrationgate.substitute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrailTest {
  private final Trail trail = new Trail();

  @Test
  void isEmptyAtTheRoot() {
    assertThat(trail).hasToString("");
  }

  @Test
  void readsAsTheFieldOfAResource() {
    trail.enterKey("spec");
    trail.enterKey("containers");
    trail.enterItem(12);
    trail.enterKey("image");
    assertThat(trail).hasToString("spec.containers[12].image");
  }

  @Test
  void keysWithDotsOrSlashesStandInBrackets() {
    trail.enterKey("data");
    trail.enterKey("app.ini");
    assertThat(trail).hasToString("data.[app.ini]");
    trail.leave();
    trail.enterKey("example.com/owner");
    assertThat(trail).hasToString("data.[example.com/owner]");
  }

  @Test
  void itemsOfItems() {
    trail.enterKey("a");
    trail.enterItem(0);
    trail.enterItem(1);
    assertThat(trail).hasToString("a[0][1]");
    trail.leave();
    trail.leave();
    trail.leave();
    assertThat(trail).hasToString("");
  }

  @Test
  void isAsLongAsTheTreeIsDeep() {
    for (int depth = 0; depth < 100; depth++) {
      trail.enterKey("k" + depth);
      trail.enterItem(depth);
    }
    assertThat(trail.toString()).startsWith("k0[0].k1[1].").endsWith(".k98[98].k99[99]");
  }
}
