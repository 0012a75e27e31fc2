package dev.migrationgate.pattern.pod;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import java.util.Optional;

/** Tells with which Secrets a pod's images are pulled. */
public final class PullSecrets {
  private PullSecrets() {}

  /** The first that a pod names itself. */
  public static Optional<String> first(PodTemplate pod) {
    return pod.spec().items("imagePullSecrets").isEmpty()
        ? Optional.empty()
        : pod.spec().items("imagePullSecrets").get(0).text("name");
  }

  /**
   * True when a pod surely has none: it names none, and neither does its ServiceAccount, or that is
   * the other pod's as well, for which it was not enough.
   */
  public static boolean isMissing(
      Resource owner, PodTemplate pod, PodTemplate other, Resources resources) {
    if (!pod.spec().items("imagePullSecrets").isEmpty()) {
      return false;
    }
    String account = pod.serviceAccount();
    Optional<Resource> own = resources.referred("", "ServiceAccount", account, owner);
    if (own.isPresent()) {
      return own.get().root().items("imagePullSecrets").isEmpty();
    }
    return !pod.namesServiceAccount() || account.equals(other.serviceAccount());
  }
}
