package dev.migrationgate.fix;

import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Prerequisites;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.cluster.NetworkPolicies;
import dev.migrationgate.pattern.database.OwnDatabases;
import dev.migrationgate.yaml.Entry;
import java.util.Optional;

/**
 * What a fix looks at beyond its finding. An index is built when a fix first asks for it, and then
 * serves every fix of one reading: thousands of Jobs each cost what concerns them, not what all do.
 */
public final class Surroundings {
  private final Rollout rollout;
  private final Manifests manifests;
  private Optional<JobReferences> references = Optional.empty();
  private Optional<AccessResources> access = Optional.empty();
  private Optional<KustomizedFiles> kustomized = Optional.empty();
  private Optional<NetworkPolicies> policies = Optional.empty();
  private Optional<OwnDatabases> databases = Optional.empty();
  private Optional<Prerequisites> prerequisites = Optional.empty();

  /**
   * @param rollout what the rules looked at
   * @param manifests all that was read, what no rule judges included
   */
  public Surroundings(Rollout rollout, Manifests manifests) {
    this.rollout = rollout;
    this.manifests = manifests;
  }

  Rollout rollout() {
    return rollout;
  }

  /**
   * True where the input is for OpenShift, whose default constraints give each namespace a range of
   * users, and refuse a pod that names another (OpenShift documentation, {@code restricted-v2}).
   */
  boolean onOpenShift() {
    for (Resource resource : manifests.resources()) {
      if (resource.group().endsWith(".openshift.io")) {
        return true;
      }
      for (Entry annotation : resource.root().entries("metadata", "annotations")) {
        if (annotation.name().indexOf(".openshift.io/") > 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Who names which Job. */
  JobReferences references() {
    if (references.isEmpty()) {
      references = Optional.of(new JobReferences(rollout, manifests));
    }
    return references.get();
  }

  /** The Roles and RoleBindings that are there. */
  AccessResources access() {
    if (access.isEmpty()) {
      access = Optional.of(new AccessResources(rollout, manifests));
    }
    return access.get();
  }

  /** What the kustomizations of the input list. */
  KustomizedFiles kustomized() {
    if (kustomized.isEmpty()) {
      kustomized = Optional.of(new KustomizedFiles(manifests));
    }
    return kustomized.get();
  }

  NetworkPolicies policies() {
    if (policies.isEmpty()) {
      policies = Optional.of(new NetworkPolicies(rollout.resources()));
    }
    return policies.get();
  }

  OwnDatabases databases() {
    if (databases.isEmpty()) {
      databases = Optional.of(new OwnDatabases(rollout.resources()));
    }
    return databases.get();
  }

  Prerequisites prerequisites() {
    if (prerequisites.isEmpty()) {
      prerequisites = Optional.of(new Prerequisites(rollout.resources()));
    }
    return prerequisites.get();
  }
}
