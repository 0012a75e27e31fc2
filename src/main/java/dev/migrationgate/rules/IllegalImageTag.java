package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Image;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.pattern.source.Placeholder;
import java.util.Optional;

/** A tag that no registry takes. */
final class IllegalImageTag implements Rule {
  @Override
  public String id() {
    return "illegal-image-tag";
  }

  @Override
  public String title() {
    return "An image's tag is one that no registry accepts";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Resource resource : rollout.resources()) {
      Optional<PodTemplate> pod = PodTemplate.of(resource);
      if (pod.isPresent()) {
        for (Container container : pod.get().allContainers()) {
          judge(resource, container, findings);
        }
      }
    }
  }

  private static void judge(Resource resource, Container container, Findings findings) {
    Image image = container.image();
    if (image.tag().isEmpty()
        || Image.isTag(image.tag())
        || Placeholder.in(image.tag()).isPresent()) {
      return;
    }
    findings.add(
        resource,
        Field.imageOf(container),
        "tag \""
            + image.tag()
            + "\" is outside the grammar of image tags, [A-Za-z0-9_][A-Za-z0-9_.-]{0,127}; publish the"
            + " image under another tag");
  }
}
