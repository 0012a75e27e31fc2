package dev.migrationgate.pattern.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Given;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the comments of a manifest tell about its delivery. */
class DeliveryCommentsTest {

  @ParameterizedTest
  @CsvSource({
    "kubectl apply -f job.yaml, true, false, false, false",
    "oc create -f job.yaml, true, false, false, false",
    "see .github/workflows/ci.yaml, true, false, false, false",
    "kubectl delete job migrate, true, false, true, false",
    "Kubectl Wait job/migrate, true, true, false, false",
    "filled by envsubst, false, false, false, true",
    "the tag is replaced by CI, false, false, false, true",
    "nothing of that, false, false, false, false",
  })
  void phrasesTell(
      String comment, boolean kubectl, boolean waiting, boolean deleting, boolean filling) {
    Resource job = Given.resource("# " + comment + "\napiVersion: batch/v1\nkind: Job\n");
    assertThat(DeliveryComments.tellOfKubectl(job)).as("kubectl").isEqualTo(kubectl);
    assertThat(DeliveryComments.tellOfWaiting(job)).as("waiting").isEqualTo(waiting);
    assertThat(DeliveryComments.tellOfDeleting(job)).as("deleting").isEqualTo(deleting);
    assertThat(DeliveryComments.tellOfFillingIn(job)).as("filling in").isEqualTo(filling);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# kubectl wait\nkind: Job\n",
        "\n# kubectl wait\n\n# more\n---\n# and more\nkind: Job\n",
        "kind: ConfigMap\n---\n# kubectl wait\nkind: Job\n",
        "kind: ConfigMap\n# kubectl wait\n---\nkind: Job\n",
        "kind: ConfigMap\n---\nkind: Job # kubectl wait\n",
        "kind: Job # kubectl wait",
        "kind: Job\nmetadata:\n  # kubectl wait\n  name: a\n",
        "kind: Job\nmetadata:\n  name: a#b # kubectl wait\n",
        "kind: Job\nmetadata:\n  name: a\t# kubectl wait\n",
        "#kubectl wait\nkind: Job\n",
      })
  void areThoseAboveAndInside(String manifests) {
    assertThat(DeliveryComments.tellOfWaiting(last(manifests))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# kubectl wait\nkind: ConfigMap\n---\nkind: Job\n",
        "kind: ConfigMap # kubectl wait\n---\nkind: Job\n",
        "kind: Job\nmetadata:\n  name: kubectl wait\n",
        "kind: Job\nmetadata:\n  name: a#kubectl wait\n",
        "kind: Job\nmetadata:\n  name: a\n  description: kubectl wait # for it\n",
      })
  void areNotThoseOfOthersNorText(String manifests) {
    assertThat(DeliveryComments.tellOfWaiting(last(manifests))).isFalse();
  }

  @Test
  void onlyAJobIsAppliedByItself() {
    String comment = "# kubectl apply -f this\n";
    assertThat(tells(comment + "apiVersion: batch/v1\nkind: Job\n")).isTrue();
    assertThat(tells(comment + "apiVersion: apps/v1\nkind: Deployment\n")).isFalse();
  }

  @Test
  void skaffoldDeliversByKubectl() {
    assertThat(tells("apiVersion: skaffold/v4beta1\nkind: Config\n")).isTrue();
    String pods = "apiVersion: apps/v1\nkind: Deployment\nspec: {template: {spec: {}}}\n";
    assertThat(tells("# built by Skaffold\n" + pods)).isTrue();
    assertThat(tells(pods)).isFalse();
    assertThat(tells("# built by Skaffold\napiVersion: v1\nkind: Service\n")).isFalse();
  }

  private static boolean tells(String manifest) {
    return DeliveryComments.tellOfKubectl(Given.resource(manifest));
  }

  private static Resource last(String manifests) {
    String whole = manifests.replace("kind: ", "apiVersion: v1\nkind: ");
    List<Resource> all = Given.resources(whole).all();
    return all.get(all.size() - 1);
  }
}
