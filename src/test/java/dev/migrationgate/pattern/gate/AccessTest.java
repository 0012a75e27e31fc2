package dev.migrationgate.pattern.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.yaml.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
  private static final String RULE =
      "{apiGroups: [batch], resources: [jobs], verbs: [get, list, watch]}";
  private static final String SHOP = "{kind: ServiceAccount, name: shop}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        RULE,
        "{apiGroups: ['*'], resources: [jobs], verbs: [get]}",
        "{apiGroups: [batch], resources: ['*'], verbs: [get]}",
        "{apiGroups: [batch], resources: [jobs], verbs: ['*']}",
        "{apiGroups: [batch], resources: [jobs], verbs: [get], resourceNames: [other, migrate]}",
        "{apiGroups: ['', batch], resources: [pods, jobs], verbs: [get]}",
      })
  void allows(String rule) {
    assertThat(of(role(rule) + binding("Role", "reader", SHOP))).isEqualTo(Access.Verdict.ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiGroups: [''], resources: [jobs], verbs: [get]}",
        "{apiGroups: [batch], resources: [cronjobs], verbs: [get]}",
        "{apiGroups: [batch], resources: [jobs/status], verbs: [get]}",
        "{apiGroups: [batch], resources: [jobs], verbs: [list]}",
        "{apiGroups: [batch], resources: [jobs], verbs: [get], resourceNames: [migrate-v1]}",
      })
  void denies(String rule) {
    assertThat(of(role(rule) + binding("Role", "reader", SHOP))).isEqualTo(Access.Verdict.DENIED);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {kind: ServiceAccount, name: shop, namespace: prod} | ALLOWED
          {kind: ServiceAccount, name: shop, namespace: test} | DENIED
          {kind: ServiceAccount, name: other} | DENIED
          {kind: Group, name: 'system:serviceaccounts'} | ALLOWED
          {kind: Group, name: 'system:authenticated'} | ALLOWED
          {kind: Group, name: 'system:serviceaccounts:prod'} | ALLOWED
          {kind: Group, name: 'system:serviceaccounts:test'} | DENIED
          {kind: User, name: 'system:serviceaccount:prod:shop'} | ALLOWED
          {kind: User, name: shop} | DENIED
          """)
  void knowsSubjects(String subject, Access.Verdict expected) {
    assertThat(of(role(RULE) + binding("Role", "reader", subject))).isEqualTo(expected);
  }

  @Test
  void anOpenNamespaceMayBeAnyone() {
    String user = "{kind: User, name: 'system:serviceaccount:prod:shop'}";
    for (String subject : List.of(SHOP, user)) {
      Access access = access(role(RULE) + binding("Role", "reader", subject));
      assertThat(access.jobs(new Access.Identity("", "shop"), "", "migrate", List.of("get")))
          .isEqualTo(Access.Verdict.ALLOWED);
    }
  }

  @Test
  void aRoleThatIsNotInTheInputIsUnknown() {
    assertThat(of(binding("Role", "reader", SHOP))).isEqualTo(Access.Verdict.UNKNOWN);
    assertThat(of(binding("ClusterRole", "view", SHOP))).isEqualTo(Access.Verdict.UNKNOWN);
  }

  @Test
  void noRoleAtAllIsDenied() {
    assertThat(of(role(RULE))).isEqualTo(Access.Verdict.DENIED);
  }

  @Test
  void aRoleThatAggregatesOthersIsUnknownUnlessItsOwnRulesDo() {
    String aggregated = "\naggregationRule: {clusterRoleSelectors: [{matchLabels: {a: b}}]}";
    String none = role("ClusterRole", "[]") + aggregated;
    assertThat(of(none + binding("ClusterRole", "reader", SHOP))).isEqualTo(Access.Verdict.UNKNOWN);
    String own = role("ClusterRole", "[" + RULE + "]") + aggregated;
    assertThat(of(own + binding("ClusterRole", "reader", SHOP))).isEqualTo(Access.Verdict.ALLOWED);
  }

  @Test
  void aBindingOfAnotherNamespaceGivesNothing() {
    String there =
        binding("ClusterRole", "reader", "{kind: ServiceAccount, name: shop, namespace: prod}");
    String role = role("ClusterRole", "[" + RULE + "]");
    assertThat(of(role + there.replace("namespace: prod\n", "namespace: test\n")))
        .isEqualTo(Access.Verdict.DENIED);
    assertThat(of(role + there.replace("kind: RoleBinding", "kind: ClusterRoleBinding")))
        .isEqualTo(Access.Verdict.ALLOWED);
  }

  @Test
  void theBestOfSeveralBindingsCounts() {
    String denied = role("{apiGroups: [''], resources: [pods], verbs: [get]}");
    String unknown = binding("ClusterRole", "view", SHOP);
    assertThat(of(denied + binding("Role", "reader", SHOP) + unknown))
        .isEqualTo(Access.Verdict.UNKNOWN);
    assertThat(of(role(RULE) + binding("Role", "reader", SHOP) + unknown))
        .isEqualTo(Access.Verdict.ALLOWED);
  }

  @Test
  void everyVerbMustBeAllowed() {
    String rule = "{apiGroups: [batch], resources: [jobs], verbs: [get, list]}";
    Access access = access(role(rule) + binding("Role", "reader", SHOP));
    Access.Identity shop = new Access.Identity("prod", "shop");
    assertThat(access.jobs(shop, "prod", "migrate", List.of("get", "list")))
        .isEqualTo(Access.Verdict.ALLOWED);
    assertThat(access.jobs(shop, "prod", "migrate", List.of("get", "list", "watch")))
        .isEqualTo(Access.Verdict.DENIED);
  }

  @Test
  void listingAllNeedsARuleWithoutNames() {
    String named =
        "{apiGroups: [batch], resources: [jobs], verbs: [get, list], resourceNames: [migrate]}";
    Access.Identity shop = new Access.Identity("prod", "shop");
    assertThat(access(role(named) + binding("Role", "reader", SHOP)).listsAllJobs(shop, "prod"))
        .isEqualTo(Access.Verdict.DENIED);
    assertThat(access(role(RULE) + binding("Role", "reader", SHOP)).listsAllJobs(shop, "prod"))
        .isEqualTo(Access.Verdict.ALLOWED);
  }

  private static Access.Verdict of(String manifests) {
    return access(manifests)
        .jobs(new Access.Identity("prod", "shop"), "prod", "migrate", List.of("get"));
  }

  private static Access access(String manifests) {
    List<Resource> resources = ManifestReader.read(new SourceText("test", manifests)).resources();
    return new Access(new Resources(resources));
  }

  private static String role(String rule) {
    return role("Role", "[" + rule + "]");
  }

  private static String role(String kind, String rules) {
    return """

    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: %s
    metadata:
      name: reader
    %srules: %s\
    """
        .formatted(kind, kind.equals("Role") ? "  namespace: prod\n" : "", rules);
  }

  private static String binding(String roleKind, String role, String subject) {
    return """

    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: RoleBinding
    metadata:
      name: reader
      namespace: prod
    subjects: [%s]
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: %s, name: %s}\
    """
        .formatted(subject, roleKind, role);
  }
}
