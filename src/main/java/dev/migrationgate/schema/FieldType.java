package dev.migrationgate.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.migrationgate.config.Nearest;
import dev.migrationgate.pattern.source.Placeholder;
import dev.migrationgate.yaml.Scalar;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What a field may hold, read from the model's classes. */
sealed interface FieldType {

  /** A mapping whose fields are known. */
  record Fields(Class<?> type) implements FieldType {
    /** Read once for each class: it takes reading all classes below. */
    private static final ClassValue<Map<String, FieldType>> KNOWN =
        new ClassValue<>() {
          @Override
          protected Map<String, FieldType> computeValue(Class<?> type) {
            return read(type);
          }
        };

    Map<String, FieldType> known() {
      return KNOWN.get(type);
    }

    private static Map<String, FieldType> read(Class<?> type) {
      Map<String, FieldType> known = new LinkedHashMap<>();
      for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
        for (Field field : at.getDeclaredFields()) {
          JsonProperty property = field.getAnnotation(JsonProperty.class);
          if (property != null) {
            known.put(
                property.value().isEmpty() ? field.getName() : property.value(),
                FieldType.of(field.getGenericType()));
          }
        }
      }
      return Collections.unmodifiableMap(known);
    }

    String unknown(String name) {
      return "is no field of "
          + type.getSimpleName()
          + Nearest.to(name, known().keySet())
              .map(near -> "; did you mean " + near + "?")
              .orElse("");
    }
  }

  /** A mapping with keys of the author's own. */
  record Entries(FieldType of) implements FieldType {}

  /** A list. */
  record Items(FieldType of) implements FieldType {}

  /** Whatever the author likes. */
  record Anything() implements FieldType {}

  /** A scalar of one type. */
  enum Value implements FieldType {
    TEXT("a string", "(?!)"),
    INTEGER("a whole number", "[-+]?\\d+"),
    NUMBER("a number", "[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?"),
    FLAG("true or false", "true|false");

    private static final Pattern NO_TEXT = Pattern.compile("[-+]?\\d+(\\.\\d+)?|true|false");

    private final String title;
    private final Pattern legal;

    Value(String title, String legal) {
      this.title = title;
      this.legal = Pattern.compile(legal);
    }

    String title() {
      return title;
    }

    /** What keeps the API server from taking a scalar. */
    Optional<String> problem(Scalar scalar) {
      boolean substituted = !scalar.value().equals(scalar.written());
      if (substituted || isOpen(scalar.value()) || !scalar.tag().isEmpty()) {
        return Optional.empty();
      }
      boolean plain = scalar.style() == Scalar.Style.PLAIN;
      boolean fits =
          this == TEXT
              ? !(plain && NO_TEXT.matcher(scalar.value()).matches())
              : plain && legal.matcher(scalar.value()).matches();
      String quoted = this == TEXT ? "; quote it" : plain ? "" : "; take the quotes away";
      return fits ? Optional.empty() : Optional.of("must be " + title + quoted);
    }

    /** True for what something else is still to fill in, {@code $PORT} and {@code APP_PORT} too. */
    static boolean isOpen(String text) {
      return text.indexOf('$') >= 0 || text.contains("{{") || Placeholder.inName(text).isPresent();
    }
  }

  /** The type of a field of the model. */
  private static FieldType of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return new Items(of(arguments[0]));
      }
      if (generic.getRawType() == Map.class) {
        return new Entries(of(arguments[1]));
      }
    }
    return type instanceof Class<?> plain ? ofClass(plain) : new Anything();
  }

  private static FieldType ofClass(Class<?> type) {
    if (type == String.class) {
      return Value.TEXT;
    }
    if (type == Integer.class || type == Long.class) {
      return Value.INTEGER;
    }
    if (type == Double.class || type == Float.class) {
      return Value.NUMBER;
    }
    if (type == Boolean.class) {
      return Value.FLAG;
    }
    return hasFields(type) ? new Fields(type) : new Anything();
  }

  /** Quantities, numbers or texts, and raw extensions are read by code of their own. */
  private static boolean hasFields(Class<?> type) {
    JsonDeserialize reader = type.getAnnotation(JsonDeserialize.class);
    boolean ownReader = reader != null && reader.using() != ValueDeserializer.None.class;
    return !ownReader && !new Fields(type).known().isEmpty();
  }
}
