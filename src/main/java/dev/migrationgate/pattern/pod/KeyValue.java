package dev.migrationgate.pattern.pod;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.krm.SecretData;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Scalar;
import java.util.Optional;

/** What a key of a ConfigMap or Secret of the input holds. */
final class KeyValue {
  private KeyValue() {}

  /** Empty where the input does not hold it, or holds something else than a text there. */
  static Optional<String> of(
      String kind, String name, String key, Resource owner, Resources resources) {
    Optional<Resource> holder = resources.referred("", kind, name, owner);
    if (holder.isPresent()) {
      for (String field : new String[] {"stringData", "data"}) {
        for (Entry entry : holder.get().root().entries(field)) {
          if (entry.name().equals(key)) {
            return of(entry, field, kind);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The value of an entry of {@code data} or {@code stringData}. */
  static Optional<String> of(Entry entry, String field, String kind) {
    if (!(entry.value().target() instanceof Scalar scalar)) {
      return Optional.empty();
    }
    if (!kind.equals("Secret") || field.equals("stringData")) {
      return Optional.of(scalar.value());
    }
    return SecretData.decode(scalar.value());
  }
}
