package dev.migrationgate.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationgate.krm.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is one build, and which files belong to it. */
class UnitReaderTest {
  private static final String SERVICE = "apiVersion: v1\nkind: Service\nmetadata: {name: shop}\n";

  @TempDir Path folder;

  @Test
  void aBaseBelongsToItsOverlays() throws IOException {
    write("base/kustomization.yaml", "resources: [service.yaml]\n");
    write("base/service.yaml", SERVICE);
    write("overlays/dev/kustomization.yaml", "resources: [../../base, extra.yaml]\n");
    write("overlays/dev/extra.yaml", SERVICE);
    write("overlays/prod/kustomization.yaml", "bases: [../../base]\npatches: [{path: p.yaml}]\n");
    write("overlays/prod/p.yaml", SERVICE);

    Found found = read();
    assertThat(found.units()).hasSize(2).allMatch(Unit::isKustomized);
    assertThat(names(found.units().get(0)))
        .containsExactly("base/service.yaml", "overlays/dev/extra.yaml");
    assertThat(names(found.units().get(1))).containsExactly("base/service.yaml");
  }

  @Test
  void aComponentIsPartOfWhatUsesIt() throws IOException {
    write("kustomization.yaml", "components: [migration]\n");
    write("migration/kustomization.yaml", "kind: Component\nresources: [job.yaml]\n");
    write("migration/job.yaml", SERVICE);
    assertThat(read().units()).hasSize(1);
    assertThat(names(read().units().get(0))).containsExactly("migration/job.yaml");
  }

  @Test
  void looseFilesAreJudgedFolderByFolder() throws IOException {
    write("a/one.yaml", SERVICE);
    write("a/two.json", "{\"apiVersion\": \"v1\", \"kind\": \"Service\"}");
    write("b/three.yml", SERVICE);
    assertThat(read().units()).hasSize(2);
    assertThat(names(read().units().get(0))).containsExactly("a/one.yaml", "a/two.json");
    assertThat(names(read().units().get(1))).containsExactly("b/three.yml");
  }

  @Test
  void aKptPackageIsOneBuild() throws IOException {
    write("shop/Kptfile", "apiVersion: kpt.dev/v1\nkind: Kptfile\n");
    write("shop/jobs/job.yaml", SERVICE);
    write("shop/service.yaml", SERVICE);
    assertThat(read().units()).hasSize(1);
    assertThat(names(read().units().get(0)))
        .containsExactly("shop/Kptfile", "shop/service.yaml", "shop/jobs/job.yaml");
  }

  @Test
  void whatAKustomizationDoesNotListStandsBesideIt() throws IOException {
    write("kustomization.yaml", "resources: [service.yaml]\n");
    write("service.yaml", SERVICE);
    write("jobs/job.yaml", SERVICE);
    List<Unit> units = read().units();
    assertThat(units).hasSize(2);
    assertThat(units.get(0).unlisted())
        .extracting(manifest -> folder.relativize(manifest.path()).toString())
        .containsExactly("jobs/job.yaml");
    assertThat(units.get(1).beside()).isTrue();
  }

  @Test
  void noLinkLeadsRoundAndRound() throws IOException {
    write("a/service.yaml", SERVICE);
    Files.createSymbolicLink(folder.resolve("a/again"), folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("a/up"), folder);
    Files.createSymbolicLink(folder.resolve("a/same.yaml"), folder.resolve("a/service.yaml"));
    assertThat(read().units()).hasSize(1);
    assertThat(read().units().get(0).manifests()).hasSize(1);
  }

  @Test
  void kustomizationsThatReferToEachOtherAreJudged() throws IOException {
    write("a/kustomization.yaml", "resources: [../b, service.yaml]\n");
    write("a/service.yaml", SERVICE);
    write("b/kustomization.yaml", "resources: [../a]\n");
    assertThat(read().units()).hasSize(1);
    assertThat(names(read().units().get(0))).containsExactly("a/service.yaml");
  }

  @Test
  void whatCannotBeReadIsNamedAndStopsNothing() throws IOException {
    write("broken.yaml", "kind: [\n");
    write("template.yaml", "{{- if .Values.on }}\nkind: Job\n{{- end }}\n");
    write("latin.yaml", "");
    Files.write(folder.resolve("latin.yaml"), new byte[] {(byte) 0xe9});
    write("service.yaml", SERVICE);
    write("tsconfig.json", "{ // no manifest, and no JSON\n}");
    Files.createSymbolicLink(folder.resolve("gone.yaml"), folder.resolve("nowhere.yaml"));
    Found found = read();
    assertThat(names(found.units().get(0))).containsExactly("service.yaml");
    assertThat(found.unreadable())
        .hasSize(3)
        .anyMatch(line -> line.contains("broken.yaml:2:1: this is no YAML"))
        .anyMatch(line -> line.contains("gone.yaml: no such file"))
        .anyMatch(line -> line.contains("latin.yaml: byte 0 is not UTF-8"));
    assertThat(found.templates()).singleElement().asString().endsWith("template.yaml");
  }

  @Test
  void globsChoose() throws IOException {
    write("k8s/service.yaml", SERVICE);
    write("k8s/test/service.yaml", SERVICE);
    write("docs/service.yaml", SERVICE);
    write("service.yaml", SERVICE);
    assertThat(selected(List.of("k8s/**"), List.of()))
        .containsExactly("k8s/service.yaml", "k8s/test/service.yaml");
    assertThat(selected(List.of("**/*.yaml"), List.of("test", "docs/")))
        .containsExactly("service.yaml", "k8s/service.yaml");
    assertThat(selected(List.of(), List.of("k8s", "docs/**"))).containsExactly("service.yaml");
  }

  @Test
  void hiddenFoldersAreLeftOut() throws IOException {
    write(".git/service.yaml", SERVICE);
    write("node_modules/a/service.yaml", SERVICE);
    assertThat(read().units()).isEmpty();
  }

  @Test
  void missingPathsAndResources() throws IOException {
    assertThatThrownBy(() -> reader(Selection.ALL).read(List.of(folder.resolve("none"))))
        .isInstanceOf(InvalidInput.class)
        .hasMessageEndingWith("none: no such file or folder");
    write("kustomization.yaml", "resources:\n- job.yaml\n- https://example.com/app.yaml\n");
    assertThat(read().missing())
        .singleElement()
        .asString()
        .endsWith(":2: job.yaml: no such file or folder");
    assertThat(read().notes()).singleElement().asString().contains(":3: the remote resource");
  }

  @Test
  void itsOwnConfigurationComesWithThePackage() throws IOException {
    String config = "apiVersion: fn.migrationgate.dev/v1alpha1\nkind: MigrationGate\n";
    write("a/kustomization.yaml", "transformers: [gate.yaml]\n");
    write("a/gate.yaml", config);
    write("b/service.yaml", SERVICE);
    write("b/gate.yaml", config);
    assertThat(read().units()).hasSize(2).allMatch(unit -> unit.functionConfig().isPresent());
    assertThat(names(read().units().get(1))).containsExactly("b/service.yaml");
  }

  private List<String> selected(List<String> include, List<String> exclude) {
    return reader(new Selection(folder, include, exclude)).read(List.of(folder)).units().stream()
        .flatMap(unit -> names(unit).stream())
        .toList();
  }

  private Found read() {
    return reader(Selection.ALL).read(List.of(folder));
  }

  private static UnitReader reader(Selection selection) {
    return new UnitReader(selection, files -> {});
  }

  private List<String> names(Unit unit) {
    return unit.manifests().stream()
        .map(manifest -> folder.relativize(manifest.path()).toString())
        .toList();
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
