package dev.migrationgate.check;

import dev.migrationgate.check.ReportedFinding.FieldValue;
import dev.migrationgate.check.ReportedFinding.Location;
import dev.migrationgate.check.ReportedFinding.Position;
import dev.migrationgate.check.ReportedFinding.ResourceId;
import dev.migrationgate.fix.Plan;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.report.Redactor;
import dev.migrationgate.rules.Field;
import dev.migrationgate.rules.Finding;
import dev.migrationgate.yaml.OneLine;
import dev.migrationgate.yaml.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts together what is told of the units. Two builds of one base find the same things in its
 * files; that is told once.
 */
public final class ReportBuilder {
  private final Checker checker;
  private final Optional<SafeFixes> fixes;
  private final Redactor everywhere;
  private final Fingerprints fingerprints = new Fingerprints();
  private final Map<SourceText, ShownText> shown = new HashMap<>();

  /** The texts as the secrets of one build leave them. */
  private final Map<Judged, Map<SourceText, ShownText>> masked = new IdentityHashMap<>();

  private ReportBuilder(Checker checker, Optional<SafeFixes> fixes) {
    this.checker = checker;
    this.fixes = fixes;
    List<Resource> all = new ArrayList<>();
    checker.judged().forEach(judged -> all.addAll(judged.manifests().resources()));
    this.everywhere = new Redactor(all, List.of());
  }

  /**
   * The report of everything that was judged.
   *
   * @param fixes what mends it, empty where nobody wants to know
   */
  public static Report of(Checker checker, Optional<SafeFixes> fixes) {
    return new ReportBuilder(checker, fixes).report();
  }

  /** A finding before its fingerprint, which depends on the order. */
  private record Told(Finding finding, Judged judged, Optional<Location> location) {
    String file() {
      return location.map(Location::path).orElse("");
    }

    int line() {
      return location.flatMap(Location::position).map(Position::line).orElse(0);
    }

    int column() {
      return location.flatMap(Location::position).map(Position::column).orElse(0);
    }
  }

  private Report report() {
    List<Told> told = new ArrayList<>();
    Set<String> known = new HashSet<>();
    Map<String, Judged> first = new HashMap<>();
    Set<String> suppressed = new HashSet<>();
    for (Judged judged : checker.judged()) {
      for (Finding finding : judged.analysis().judgement().findings()) {
        Told next = new Told(finding, judged, location(finding, judged));
        // Another build finds the same in a file, in the words of its namespace and its images.
        Judged before = first.putIfAbsent(placeKey(finding, judged), judged);
        boolean elsewhere = before != null && before != judged;
        if (!elsewhere && known.add(key(finding, judged))) {
          told.add(next);
        }
      }
      for (Finding finding : judged.analysis().judgement().suppressed()) {
        suppressed.add(key(finding, judged));
      }
    }
    told.sort(
        Comparator.comparing(Told::file)
            .thenComparingInt(Told::line)
            .thenComparingInt(Told::column)
            .thenComparing(one -> one.finding().severity()));
    List<ReportedMigration> migrations = migrations();
    return new Report(
        told.stream().map(this::reported).toList(), migrations, summary(suppressed.size()), 0);
  }

  private static String key(Finding finding, Judged judged) {
    return placeKey(finding, judged) + " " + finding.message();
  }

  private static String placeKey(Finding finding, Judged judged) {
    String place =
        finding
            .resource()
            .flatMap(resource -> judged.place(finding, resource))
            .map(found ->
                found.resource().source().name()
                    + ":"
                    + found.node().start()
                    + ":"
                    + found.resource().root().start())
            .orElse(Checker.name(judged.unit()));
    String field = finding.field().map(Field::path).orElse("");
    return finding.rule() + " " + finding.severity() + " " + place + " " + field;
  }

  private Optional<Location> location(Finding finding, Judged judged) {
    Optional<Judged.Place> place =
        finding.resource().flatMap(resource -> judged.place(finding, resource));
    if (place.isPresent()) {
      Redactor own = judged.analysis().redactor();
      SourceText source = place.get().resource().source();
      ShownText text = shown.computeIfAbsent(source, ShownText::of);
      return Optional.of(
          Locations.of(
              finding,
              place.get(),
              text,
              () ->
                  masked
                      .computeIfAbsent(judged, build -> new HashMap<>())
                      .computeIfAbsent(source, file -> text.without(own, everywhere)),
              line -> OneLine.of(redact(line, own))));
    }
    return judged.unit().kustomizations().stream()
        .findFirst()
        .map(root -> new Location(Locations.path(root.source()), Optional.empty()))
        .or(() -> Optional.of(new Location(Checker.name(judged.unit()), Optional.empty())));
  }

  private ReportedFinding reported(Told told) {
    Finding finding = told.finding();
    Redactor own = told.judged().analysis().redactor();
    Optional<ResourceId> resource = finding.resource().map(found -> id(found, own));
    boolean fixable = isFixable(told);
    return new ReportedFinding(
        finding.rule(),
        finding.severity(),
        OneLine.of(redact(finding.message(), own)),
        resource,
        finding
            .field()
            .map(field ->
                new FieldValue(
                    OneLine.of(field.path()),
                    field.current().map(text -> redact(text, own)),
                    field.proposed().map(text -> redact(text, own)))),
        told.location(),
        fingerprints.next(
            finding.rule(),
            told.location().map(Location::path),
            resource,
            finding.field().map(field -> field.path())),
        fixable,
        fixes
            .filter(asked -> fixable)
            .flatMap(asked -> asked.of(finding, text -> redact(text, own))));
  }

  /** True where a fix would not refuse; whether it holds only applying it shows. */
  private static boolean isFixable(Told told) {
    return told.judged().origins().isEmpty()
        && told.finding().fix().isPresent()
        && told.finding().fix().get().plan(told.judged().around()) instanceof Plan.Changes;
  }

  private String redact(String text, Redactor own) {
    return everywhere.redact(own.redact(text));
  }

  private static ResourceId id(Resource resource, Redactor own) {
    return new ResourceId(
        OneLine.of(resource.apiVersion()),
        OneLine.of(resource.kind()),
        OneLine.of(own.redactName(resource.namespace())),
        OneLine.of(own.redactName(resource.name())));
  }

  private List<ReportedMigration> migrations() {
    Map<String, ReportedMigration> migrations = new LinkedHashMap<>();
    for (Judged judged : checker.judged()) {
      Redactor own = judged.analysis().redactor();
      for (MigrationJob job : judged.analysis().rollout().migrations()) {
        List<ReportedMigration.Dependent> workloads = new ArrayList<>();
        for (Link link : judged.analysis().rollout().links().of(job)) {
          workloads.add(Dependents.of(link, judged, own));
        }
        migrations.merge(
            place(judged.origin(job.resource())),
            Dependents.migration(job, judged, workloads, own),
            (one, other) -> withMoreWorkloads(one, other.workloads()));
      }
    }
    for (AcrossBuilds.Across across : checker.links()) {
      Redactor own = across.serving().analysis().redactor();
      migrations.computeIfPresent(
          place(across.migrating().origin(across.link().job().resource())),
          (place, migration) ->
              withMoreWorkloads(
                  migration, List.of(Dependents.of(across.link(), across.serving(), own))));
    }
    return List.copyOf(migrations.values());
  }

  private static ReportedMigration withMoreWorkloads(
      ReportedMigration one, List<ReportedMigration.Dependent> others) {
    List<ReportedMigration.Dependent> workloads = new ArrayList<>(one.workloads());
    others.stream().filter(next -> !workloads.contains(next)).forEach(workloads::add);
    return new ReportedMigration(
        one.name(), one.namespace(), one.file(), one.tool(), one.evidence(), workloads);
  }

  private static String place(Resource resource) {
    return resource.source().name() + ":" + resource.root().start();
  }

  private Report.Summary summary(int suppressed) {
    Set<String> files = new HashSet<>();
    Set<String> workloads = new HashSet<>();
    Map<String, Boolean> links = new HashMap<>();
    for (Judged judged : checker.judged()) {
      judged.manifests().sources().forEach(source -> files.add(source.name()));
      judged.origins().ifPresent(origins -> files.addAll(origins.files()));
      judged.unit().kustomizations().forEach(file -> files.add(file.source().name()));
      for (Link link : judged.analysis().rollout().links()) {
        String workload = place(judged.origin(link.workload().resource()));
        workloads.add(workload);
        // Proven means in each build: in one of them it may wait for a Job of another name.
        links.merge(
            workload + " " + place(judged.origin(link.job().resource())),
            judged.analysis().rollout().isProven(link),
            Boolean::logicalAnd);
      }
    }
    for (AcrossBuilds.Across across : checker.links()) {
      String workload = place(across.serving().origin(across.link().workload().resource()));
      String job = place(across.migrating().origin(across.link().job().resource()));
      workloads.add(workload);
      links.merge(workload + " " + job, across.proven(), Boolean::logicalAnd);
    }
    return new Report.Summary(
        checker.judged().size(),
        files.size(),
        workloads.size(),
        (int) links.values().stream().filter(proven -> proven).count(),
        suppressed,
        checker.unreadable(),
        checker.templates(),
        checker.notes());
  }
}
