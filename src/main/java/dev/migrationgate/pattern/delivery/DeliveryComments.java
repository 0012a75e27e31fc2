package dev.migrationgate.pattern.delivery;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.yaml.Extent;
import java.util.List;
import java.util.Locale;

/**
 * What people write into the comments of a manifest about how they deliver it: above the document,
 * and inside.
 */
public final class DeliveryComments {
  /** On a Job: somebody, or a pipeline, applies it by its file or its name. */
  private static final List<String> APPLIED =
      List.of(
          "kubectl apply",
          "kubectl replace",
          "kubectl create -f",
          "oc apply",
          "oc create -f",
          ".github/workflows/",
          ".gitlab-ci");

  /** On a Job: somebody, or a pipeline, deletes it. */
  private static final List<String> DELETED =
      List.of("kubectl delete job", "kubectl delete -f", "oc delete job", "oc delete -f");

  /** On a Job: whoever applies it waits for it before going on. */
  private static final List<String> AWAITED = List.of("kubectl wait", "oc wait");

  /** On a Job, beside {@code before}: whoever delivers runs it first. */
  private static final List<String> RUN_FIRST =
      List.of("workflow", "pipeline", "script", "run this", "run it", "apply this", "apply it");

  /** On anything: somebody, or a pipeline, puts in what is still open. */
  private static final List<String> FILLED_IN =
      List.of(
          "envsubst",
          "substitut",
          " sed -",
          " sed s/",
          " sed '",
          "`sed",
          "replaced by",
          "replaced before",
          "replaced at",
          "replaced in",
          "replaced during",
          "filled in by",
          "injected by",
          "rendered by",
          "set by ci",
          "set by the pipeline");

  private static final List<String> SKAFFOLD = List.of("skaffold");

  private DeliveryComments() {}

  /** True where the comments of a Job, or what Skaffold reads, tell of {@code kubectl apply}. */
  static boolean tellOfKubectl(Resource resource) {
    if (resource.group().equals("skaffold")) {
      return true;
    }
    boolean job = resource.is("batch", "Job");
    boolean named =
        job && (say(resource, APPLIED) || tellOfDeleting(resource) || tellOfWaiting(resource));
    return named || PodTemplate.of(resource).isPresent() && say(resource, SKAFFOLD);
  }

  /** True where the comments of a Job tell that somebody waits for it by hand or in a script. */
  public static boolean tellOfWaiting(Resource job) {
    return say(job, AWAITED);
  }

  /** True where a line of a Job's comments tells that somebody runs it before the rest. */
  public static boolean tellOfRunningBefore(Resource job) {
    return say(job, RUN_FIRST, "before");
  }

  /** True where the comments of a Job tell that somebody deletes it by hand or in a script. */
  public static boolean tellOfDeleting(Resource job) {
    return say(job, DELETED);
  }

  /**
   * True where the comments tell that somebody puts in what is still open, by hand or in a script.
   */
  public static boolean tellOfFillingIn(Resource resource) {
    return say(resource, FILLED_IN);
  }

  private static boolean say(Resource resource, List<String> phrases) {
    return say(resource, phrases, "");
  }

  /** True where a line of the comments has one of the phrases, and another one besides. */
  private static boolean say(Resource resource, List<String> phrases, String besides) {
    String text = resource.source().text();
    int end = Math.min(Extent.contentEnd(resource.root()), text.length());
    int at = commentsAbove(resource);
    while (at < end) {
      int next = resource.source().nextLine(at);
      String line = text.substring(at, next);
      int comment = comment(line);
      if (comment >= 0
          && contains(line.substring(comment), phrases)
          && contains(line.substring(comment), List.of(besides))) {
        return true;
      }
      at = next;
    }
    return false;
  }

  /** Where the comments directly above a document start, over its {@code ---}. */
  private static int commentsAbove(Resource resource) {
    String text = resource.source().text();
    int start = resource.source().lineStart(resource.root().start());
    while (start > 0) {
      int above = resource.source().lineStart(start - 1);
      String line = text.substring(above, start).strip();
      if (!line.isEmpty() && !line.startsWith("#") && !line.equals("---")) {
        break;
      }
      start = above;
    }
    return start;
  }

  private static int comment(String line) {
    int at = line.indexOf('#');
    while (at > 0 && !Character.isWhitespace(line.charAt(at - 1))) {
      at = line.indexOf('#', at + 1);
    }
    return at;
  }

  private static boolean contains(String comment, List<String> phrases) {
    String lower = comment.toLowerCase(Locale.ROOT);
    for (String phrase : phrases) {
      if (lower.contains(phrase)) {
        return true;
      }
    }
    return false;
  }
}
