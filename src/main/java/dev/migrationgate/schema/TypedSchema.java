package dev.migrationgate.schema;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.source.FieldSchema;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.Sequence;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds resources against the types of fabric8's kubernetes-model. */
public final class TypedSchema implements FieldSchema {
  private static final Map<String, Class<?>> TYPES =
      Map.ofEntries(
          Map.entry("batch/v1 Job", Job.class),
          Map.entry("batch/v1 CronJob", CronJob.class),
          Map.entry("apps/v1 Deployment", Deployment.class),
          Map.entry("apps/v1 StatefulSet", StatefulSet.class),
          Map.entry("apps/v1 DaemonSet", DaemonSet.class),
          Map.entry("apps/v1 ReplicaSet", ReplicaSet.class),
          Map.entry("rbac.authorization.k8s.io/v1 Role", Role.class),
          Map.entry("rbac.authorization.k8s.io/v1 RoleBinding", RoleBinding.class),
          Map.entry("rbac.authorization.k8s.io/v1 ClusterRole", ClusterRole.class),
          Map.entry("rbac.authorization.k8s.io/v1 ClusterRoleBinding", ClusterRoleBinding.class),
          Map.entry("v1 ServiceAccount", ServiceAccount.class),
          Map.entry("v1 ConfigMap", ConfigMap.class),
          Map.entry("v1 Secret", Secret.class));

  @Override
  public List<Misfit> misfits(Resource resource) {
    Class<?> type = TYPES.get(resource.apiVersion() + " " + resource.kind());
    List<Misfit> misfits = new ArrayList<>();
    if (type != null) {
      check(resource.root(), new FieldType.Fields(type), "", misfits);
    }
    return misfits;
  }

  private static void check(Node node, FieldType type, String path, List<Misfit> misfits) {
    Node target = node.target();
    if (isUnrendered(target) || (target instanceof Scalar scalar && scalar.isNull())) {
      return;
    }
    if (type instanceof FieldType.Fields fields) {
      checkFields(node, fields, path, misfits);
    } else if (type instanceof FieldType.Entries entries) {
      checkEntries(node, entries, path, misfits);
    } else if (type instanceof FieldType.Items items) {
      if (target instanceof Sequence sequence) {
        for (int i = 0; i < sequence.items().size(); i++) {
          check(sequence.items().get(i), items.of(), path + "[" + i + "]", misfits);
        }
      } else {
        refuse(node, "must be a list", path, misfits);
      }
    } else if (type instanceof FieldType.Value value) {
      Optional<String> problem =
          target instanceof Scalar scalar
              ? value.problem(scalar)
              : Optional.of("must be " + value.title());
      problem.ifPresent(text -> misfits.add(new Misfit(path, node, text)));
    }
  }

  private static void checkFields(
      Node node, FieldType.Fields fields, String path, List<Misfit> misfits) {
    if (!(node.target() instanceof Mapping mapping)) {
      refuse(node, "must be a mapping", path, misfits);
      return;
    }
    Map<String, FieldType> known = fields.known();
    for (Entry entry : mapping.merged()) {
      String name = entry.name();
      String own = path.isEmpty() ? name : path + "." + name;
      FieldType type = known.get(name);
      if (type != null) {
        check(entry.value(), type, own, misfits);
      } else if (isField(name)) {
        misfits.add(new Misfit(own, entry.key(), fields.unknown(name)));
      }
    }
  }

  /** {@code {{VALUE}}} without quotes is YAML: a mapping whose key is a mapping. */
  private static boolean isUnrendered(Node target) {
    return target instanceof Mapping mapping
        && mapping.flow()
        && mapping.entries().stream().anyMatch(entry -> entry.key() instanceof Mapping);
  }

  /** A patch's directive or an unrendered placeholder is no field. */
  private static boolean isField(String name) {
    return !name.isEmpty() && name.indexOf('$') < 0 && name.indexOf('{') < 0;
  }

  private static void checkEntries(
      Node node, FieldType.Entries entries, String path, List<Misfit> misfits) {
    if (!(node.target() instanceof Mapping mapping)) {
      refuse(node, "must be a mapping", path, misfits);
      return;
    }
    for (Entry entry : mapping.merged()) {
      check(entry.value(), entries.of(), path + "[" + entry.name() + "]", misfits);
    }
  }

  private static void refuse(Node node, String problem, String path, List<Misfit> misfits) {
    boolean open = node.text().map(FieldType.Value::isOpen).orElse(false);
    if (!open) {
      misfits.add(new Misfit(path, node, problem));
    }
  }
}
