package dev.migrationgate.krm;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One result of a function, as the KRM functions specification v1 has it.
 *
 * @param message one line
 * @param severity {@code error}, {@code warning} or {@code info}; always written, since hosts
 *     differ in what its absence means
 * @param resource the resource that it is about
 * @param field the field in that resource
 * @param file the file of that resource, and its place there
 * @param tags further facts by name, in this order
 */
public record Result(
    String message,
    String severity,
    Optional<Reference> resource,
    Optional<FieldReference> field,
    Optional<File> file,
    List<Map.Entry<String, String>> tags) {

  public Result {
    tags = List.copyOf(tags);
  }

  /** What identifies a resource; namespace and name may be empty. */
  public record Reference(String apiVersion, String kind, String name, String namespace) {}

  /** A field: {@code spec.template.spec.containers[0].image}. */
  public record FieldReference(String path, Optional<String> current, Optional<String> proposed) {}

  /** A file, relative to the package, and the place in it, from 0. */
  public record File(String path, Optional<Integer> index) {}
}
