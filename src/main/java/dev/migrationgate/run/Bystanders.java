package dev.migrationgate.run;

import dev.migrationgate.yaml.SourceText;
import java.util.List;
import java.util.Optional;

/** Whoever else reads the texts that are mended. */
public interface Bystanders {

  /**
   * What speaks against texts for them, empty where nothing does: then the texts are kept.
   *
   * @param after the texts of the build that is mended, in its order
   */
  Optional<String> objection(List<SourceText> after);
}
