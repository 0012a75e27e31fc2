package dev.migrationgate.rules;

import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PullSecrets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The workload's image is pulled with a Secret, the Job's without. */
final class JobPullSecretMissing implements Rule {
  @Override
  public String id() {
    return "job-pull-secret-missing";
  }

  @Override
  public String title() {
    return "The migration Job pulls its image without the Secret that its workload uses";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Set<Integer> reported = new HashSet<>();
    for (Link link : rollout.links()) {
      Optional<String> secret = PullSecrets.first(link.workload().pod());
      if (secret.isPresent()
          && runFromOneRegistry(link)
          && PullSecrets.isMissing(
              link.job().resource(), link.job().pod(), link.workload().pod(), rollout.resources())
          && reported.add(link.job().resource().position())) {
        findings.add(
            link.job().resource(),
            Field.of(link.job().resource(), "spec", "template", "spec", "imagePullSecrets"),
            link.workload().resource().identity()
                + " pulls the same application with imagePullSecrets "
                + secret.get()
                + ", and the Job has none: its pod stays in ImagePullBackOff; give it the same");
      }
    }
  }

  private static boolean runFromOneRegistry(Link link) {
    for (Container job : link.job().pod().containers()) {
      for (Container service : link.workload().pod().containers()) {
        if (link.runTogether(job, service)) {
          return true;
        }
      }
    }
    return false;
  }
}
