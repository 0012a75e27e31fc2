package dev.migrationgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Given;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose images say of no release, and are told once. */
class ImageUntaggedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {image: shop}                                   | {image: shop}                               | migrate shop
          {image: 'shop:latest'}                          | {image: 'shop:latest'}                      | migrate shop
          {image: shop-migrations}                        | {image: shop}                               | migrate shop-migrations, shop shop
          {image: 'shop-migrations:1'}                    | {image: shop}                               | shop shop
          {image: shop}                                   | {image: 'shop:1'}                           |
          {image: 'shop:1'}                               | {image: shop}                               |
          {image: 'shop:1'}                               | {image: 'shop:1'}, {image: envoy}           |
          {image: shop}                                   | {image: envoy}, {image: shop}               | migrate shop
          {image: 'shop@sha256:0123'}                     | {image: 'shop:1'}                           |
          {image: shop, imagePullPolicy: Never}           | {image: shop, imagePullPolicy: Never}       |
          {image: 'shop:'}                                | {image: 'shop:'}                            |
          {image: '{{ repository }}'}                     | {image: '{{ repository }}'}                 |
          """)
  void areTold(String migrates, String serves, String expected) {
    String manifests =
        """
        {apiVersion: batch/v1, kind: Job, metadata: {name: migrate},
         spec: {template: {spec: {containers: [%s, command: [rails, 'db:migrate']}]}}}}
        ---
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: shop},
         spec: {template: {spec: {containers: [%s]}}}}
        """
            .formatted(migrates.substring(0, migrates.length() - 1), serves);
    List<String> told = new ArrayList<>();
    for (Finding finding : Judged.by("image-untagged", Given.rollout(manifests))) {
      String message = finding.message();
      told.add(
          finding.resource().orElseThrow().name()
              + " "
              + message.substring(0, message.indexOf(' ')));
    }
    assertThat(String.join(", ", told)).isEqualTo(expected == null ? "" : expected);
  }
}
