package dev.migrationgate.pattern.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.Given;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In how many languages a Job says when it is to run, and whether they agree. */
class HookDialectsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                   |
          {argocd.argoproj.io/hook: PreSync}                                   | argocd.argoproj.io/hook
          {helm.sh/hook: pre-install, a: b}                                    | helm.sh/hook
          {kapp.k14s.io/change-rule.a: x, kapp.k14s.io/disable-wait: ''}       | kapp.k14s.io/change-group
          {kapp.k14s.io/change-group: x, helm.sh/hook: a}                      | helm.sh/hook kapp.k14s.io/change-group
          {kapp.k14s.io/disable-wait: ''}                                      |
          """)
  void oneAnnotationSpeaksForADialect(String annotations, String expected) {
    assertThat(HookDialects.of(annotated(annotations)))
        .isEqualTo(expected == null ? List.of() : List.of(expected.split(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          argocd.argoproj.io/hook: PreSync, helm.sh/hook: pre-upgrade                                         | true
          argocd.argoproj.io/hook: 'PreSync,PostSync', helm.sh/hook: 'pre-upgrade,post-upgrade'               | true
          argocd.argoproj.io/hook: PostSync, helm.sh/hook: post-install                                       | true
          argocd.argoproj.io/hook: PreSync, helm.sh/hook: post-install                                        | false
          argocd.argoproj.io/hook: 'PreSync,PostSync', helm.sh/hook: pre-upgrade                              | false
          argocd.argoproj.io/hook: 'PostSync,PreSync', helm.sh/hook: post-upgrade                             | false
          argocd.argoproj.io/hook: PreSync, argocd.argoproj.io/sync-wave: '-1', helm.sh/hook: pre-upgrade, helm.sh/hook-weight: '-1' | true
          argocd.argoproj.io/hook: PreSync, argocd.argoproj.io/sync-wave: '-1', helm.sh/hook: pre-upgrade     | false
          argocd.argoproj.io/hook: PreSync, argocd.argoproj.io/sync-wave: '0', helm.sh/hook: pre-upgrade      | true
          argocd.argoproj.io/hook: Skip, argocd.argoproj.io/sync-wave: '1', helm.sh/hook: test                | true
          """)
  void agreeWhereBothAskForOnePlace(String annotations, boolean expected) {
    assertThat(HookDialects.agree(annotated("{" + annotations + "}"))).isEqualTo(expected);
  }

  @Test
  void aHookOfArgoCdIsFound() {
    Resources none = Given.resources("{apiVersion: v1, kind: A, metadata: {name: a}}");
    Resources one =
        Given.resources(
            "{apiVersion: v1, kind: A, metadata: {name: a}}\n---\n{apiVersion: v1, kind: A, metadata: {name: b, annotations:"
                + " {argocd.argoproj.io/hook: Sync}}}");
    assertThat(HookDialects.argoHook(none)).isEmpty();
    assertThat(HookDialects.argoHook(one)).map(Resource::name).contains("b");
  }

  private static Resource annotated(String annotations) {
    return Given.resource(
        "{apiVersion: batch/v1, kind: Job, metadata: {name: m, annotations: " + annotations + "}}");
  }
}
