package dev.migrationgate.conformance;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.PlainScalar;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** A resource as fabric8's model of the Kubernetes API reads it. */
final class TypedResource {
  private static final String MODEL = "io.fabric8.kubernetes.api.model.";

  private static final Map<String, String> PACKAGES =
      Map.of(
          "v1", "",
          "apps/v1", "apps.",
          "batch/v1", "batch.v1.",
          "rbac.authorization.k8s.io/v1", "rbac.",
          "networking.k8s.io/v1", "networking.v1.",
          "autoscaling/v2", "autoscaling.v2.",
          "policy/v1", "policy.v1.");

  private static final Collecting UNKNOWN = new Collecting();

  /** One for all: to look at the model's classes takes long. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .annotationIntrospector(new NoAnySetter())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addHandler(UNKNOWN)
          .build();

  private TypedResource() {}

  /** The class of a resource's kind, empty for kinds outside of the model. */
  static Optional<Class<?>> type(Resource resource) {
    String folder = PACKAGES.get(resource.apiVersion());
    if (folder == null || !resource.kind().matches("[A-Z][A-Za-z]*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Class.forName(MODEL + folder + resource.kind()));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  /** The fields that the model does not know or cannot take, each as {@code Kind: where}. */
  static synchronized Set<String> complaints(Resource resource, Class<?> type) {
    UNKNOWN.seen.clear();
    Set<String> complaints = new TreeSet<>();
    try {
      MAPPER.convertValue(plain(resource.root()), type);
    } catch (JacksonException e) {
      String path = e.getPathReference() == null ? "" : e.getPathReference();
      complaints.add("cannot be read: " + path.replaceAll("\\[\\d+]", "[]"));
    } catch (IllegalArgumentException e) {
      complaints.add("cannot be read: " + e.getMessage());
    }
    complaints.addAll(UNKNOWN.seen);
    return complaints.stream()
        .map(complaint -> resource.kind() + ": " + complaint)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The model keeps what it does not know in a map of its own, where nobody would see it. */
  private static final class NoAnySetter extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
      return false;
    }
  }

  private static final class Collecting extends DeserializationProblemHandler {
    private final Set<String> seen = new TreeSet<>();

    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        ValueDeserializer<?> deserializer,
        Object bean,
        String property) {
      Class<?> owner = bean instanceof Class<?> type ? type : bean.getClass();
      seen.add("unknown field " + property + " of " + owner.getSimpleName());
      parser.skipChildren();
      return true;
    }
  }

  /** The tree as YAML 1.2's core schema types it. */
  private static Object plain(Node node) {
    Node target = node.target();
    if (target instanceof Mapping mapping) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (Entry entry : mapping.merged()) {
        map.put(entry.name(), plain(entry.value()));
      }
      return map;
    }
    if (target instanceof Sequence sequence) {
      List<Object> list = new ArrayList<>();
      for (Node item : sequence.items()) {
        list.add(plain(item));
      }
      return list;
    }
    Scalar scalar = (Scalar) target;
    if (scalar.isNull()) {
      return null;
    }
    if (scalar.style() == Scalar.Style.PLAIN && scalar.tag().isEmpty()) {
      if (PlainScalar.isInteger(scalar.value())) {
        long number = Long.parseLong(scalar.value());
        // The model's IntOrString takes an int only.
        return number == (int) number ? (Object) (int) number : (Object) number;
      }
      if (PlainScalar.isBoolean(scalar.value())) {
        return Boolean.valueOf(scalar.value());
      }
    }
    return scalar.value();
  }
}
