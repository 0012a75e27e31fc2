package dev.migrationgate.rules;

import dev.migrationgate.fix.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list of all rules, in the order in which findings of one place are told. */
public final class Rules {
  /** Every rule there is. */
  public static final List<Rule> ALL =
      List.of(
          new UndefinedVariable(),
          new UnquotedVariable(),
          new EmptyVariable(),
          new UnusedVariable(),
          new AmbiguousVariable(),
          new InvalidExpression(),
          new IllegalImageTag(),
          new NameSanitised(),
          new TemplateNotKept(),
          new LeftoverPlaceholder(),
          new JobNameUnversioned(),
          new JobVersionStale(),
          new JobForceAnnotation(),
          new JobBackoffLimit(),
          new JobRestartPolicy(),
          new JobTtlMissing(),
          new JobTtlReruns(),
          new JobParallel(),
          new JobSuspended(),
          new JobDisruption(),
          new JobDeadline(),
          new JobOverlappingRetry(),
          new JobTemplateUnstable(),
          new JobNameInvalid(),
          new JobSelectedByService(),
          new JobSidecarHolds(),
          new JobPullSecretMissing(),
          new JobPodSecurity(),
          new JobImageUnreleased(),
          new ImageTagDiffers(),
          new ImageUntagged(),
          new MigrationFailureHidden(),
          new DestructiveCommand(),
          new MigrationThroughPooler(),
          new MigrationsRace(),
          new DuplicateResource(),
          new GateMissing(),
          new GateWrongJob(),
          new GateMode(),
          new GateRace(),
          new GatePrefixMatch(),
          new GateImageBroken(),
          new GateNotAGate(),
          new GateNamespace(),
          new GateRunsAsRoot(),
          new GateLate(),
          new GateOutlived(),
          new GateDeadlock(),
          new GateDeletedJob(),
          new MigrationAfterService(),
          new HookNeedsLater(),
          new MigrationInWorkload(),
          new NetworkBlocked(),
          new WorkloadNotRolled(),
          new GateForbidden(),
          new GateNoToken(),
          new ServiceAccountMissing(),
          new AccessTooWide(),
          new EnvironmentDiffers(),
          new SecretInPlainText(),
          new MigrationNotFound(),
          new JobAfterWorkload(),
          new OrderWithoutEffect(),
          new TwoDialects(),
          new FluxSplitUnordered(),
          new KustomizationInvalid(),
          new KustomizationOrder(),
          new KustomizationUnlisted(),
          new FluxSubstituteLag(),
          new UnknownField(),
          new RequiredGates(),
          // Last, for it judges what the suppressions did to all others.
          new SuppressionWithoutEffect());

  private Rules() {}

  /** The ids of all. */
  public static List<String> ids() {
    List<String> ids = new ArrayList<>(ALL.size());
    for (Rule rule : ALL) {
      ids.add(rule.id());
    }
    return ids;
  }

  /** The ids of those with a fix. */
  public static List<String> fixable() {
    List<String> ids = new ArrayList<>();
    for (Rule rule : ALL) {
      if (rule.reach() != Reach.NONE) {
        ids.add(rule.id());
      }
    }
    return ids;
  }

  /** The rule of that id. */
  public static Optional<Rule> named(String id) {
    for (Rule rule : ALL) {
      if (rule.id().equals(id)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
