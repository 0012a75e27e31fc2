package dev.migrationgate.pattern.source;

import dev.migrationgate.krm.Resource;
import java.util.List;

/** What a build will make of the resources of unbuilt files, as far as that is certain. */
public interface BuildSteps {
  /** There is no build, or it has been run. */
  BuildSteps NONE =
      new BuildSteps() {
        @Override
        public List<Resource> apply(List<Resource> resources) {
          return resources;
        }
      };

  /**
   * Takes the steps.
   *
   * @param resources all resources of the build, placeholders and all
   * @return as many, in the same order; offsets are still those of the source
   */
  List<Resource> apply(List<Resource> resources);
}
