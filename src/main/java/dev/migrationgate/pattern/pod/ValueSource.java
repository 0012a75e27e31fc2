package dev.migrationgate.pattern.pod;

import java.util.ArrayList;
import java.util.List;

/** Where the value of a variable comes from. */
public sealed interface ValueSource {
  /** Where, as a person would say it; never the value. */
  String text();

  /** True for two keys of one ConfigMap or Secret: whoever put them there knows of both. */
  default boolean isBeside(ValueSource other) {
    return this instanceof Key one
        && other instanceof Key two
        && one.kind().equals(two.kind())
        && one.name().equals(two.name());
  }

  /** A value written in the manifest. */
  record Literal(String value) implements ValueSource {
    @Override
    public String text() {
      return "a literal value";
    }

    // A record's own are made when they are first called, which takes as long as half a small run.
    @Override
    public boolean equals(Object other) {
      return other instanceof Literal that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }
  }

  /**
   * A value put together from other variables with {@code $(NAME)}.
   *
   * @param value as written
   * @param parts where each of those comes from, none for one that nothing sets
   */
  record Composed(String value, List<ValueSource> parts) implements ValueSource {
    /** More of them are not told. */
    static final int SHOWN = 16;

    public Composed {
      parts = List.copyOf(parts);
    }

    @Override
    public String text() {
      List<String> sources = new ArrayList<>();
      for (ValueSource part : parts.subList(0, Math.min(parts.size(), SHOWN))) {
        sources.add(part.text());
      }
      return "a value put together from "
          + String.join(", ", sources)
          + (parts.size() > SHOWN ? " and more" : "");
    }
  }

  /** A key of a ConfigMap or Secret. */
  record Key(String kind, String name, String key) implements ValueSource {
    @Override
    public String text() {
      return kind + " " + name + " key " + key;
    }

    // As above.
    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && kind.equals(that.kind)
          && name.equals(that.name)
          && key.equals(that.key);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * kind.hashCode() + name.hashCode()) + key.hashCode();
    }
  }

  /** A field of the pod itself. */
  record Field(String path) implements ValueSource {
    @Override
    public String text() {
      return "the pod's field " + path;
    }
  }
}
