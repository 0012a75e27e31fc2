package dev.migrationgate.report;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.SecretData;
import dev.migrationgate.yaml.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Masks what must not be spoken: values of Secrets, of variables that a Secret declares, and
 * credentials inside URLs.
 */
public final class Redactor {
  private static final String MASK = "***";

  /**
   * A shorter value would mask half of every message, and hides nothing from who knows its length.
   */
  private static final int SHORTEST = 3;

  private final List<String> secrets = new ArrayList<>();
  private final List<String> inNames = new ArrayList<>();

  /**
   * @param resources the resources whose Secrets are to be kept
   * @param variables the values of variables that a Secret declares
   */
  public Redactor(List<Resource> resources, List<String> variables) {
    Set<String> values = new HashSet<>();
    for (Resource resource : resources) {
      if (resource.is("", "Secret")) {
        addAll(resource, values);
      }
    }
    Set<String> names = publicNames(resources);
    for (String value : values) {
      if (value.length() >= SHORTEST && !isPartOf(names, value)) {
        secrets.add(value);
      }
    }
    secrets.addAll(variables);
    inNames.addAll(variables);
    // A value that holds another must go first, or its rest would stand.
    secrets.sort(new LongestFirst());
    inNames.sort(new LongestFirst());
  }

  /** A text, such as a message or a field's value, without anything secret. */
  public String redact(String text) {
    return Credentials.masked(mask(text, secrets));
  }

  /**
   * What identifies a resource: only substitution can have put anything secret there, and to mask a
   * name that happens to be somebody's password would say so.
   */
  public String redactName(String name) {
    return mask(name, inNames);
  }

  private static String mask(String text, List<String> values) {
    String masked = text;
    for (String value : values) {
      if (masked.contains(value)) {
        masked = masked.replace(value, MASK);
      }
    }
    return masked;
  }

  private static void addAll(Resource secret, Set<String> values) {
    for (String field : new String[] {"data", "stringData"}) {
      for (Entry entry : secret.root().entries(field)) {
        String value = entry.value().text().orElse("").trim();
        values.add(value);
        addLines(value, values);
        if (field.equals("data")) {
          addDecoded(value, values);
        }
      }
    }
  }

  private static void addDecoded(String value, Set<String> values) {
    // What is not base64 is masked as it stands.
    Optional<String> decoded = SecretData.decode(value);
    if (decoded.isPresent()) {
      values.add(decoded.get().trim());
      addLines(decoded.get().trim(), values);
    }
  }

  /** Messages are one line, so a value of several could be spoken in parts. */
  private static void addLines(String value, Set<String> values) {
    if (value.indexOf('\n') >= 0) {
      for (String line : value.split("\n")) {
        values.add(line.trim());
      }
    }
  }

  /** Names stand in the manifests in plain sight; to mask them would hide the message alone. */
  private static Set<String> publicNames(List<Resource> resources) {
    Set<String> names = new HashSet<>();
    for (Resource resource : resources) {
      names.add(resource.name());
      names.add(resource.namespace());
    }
    return names;
  }

  private static boolean isPartOf(Set<String> names, String value) {
    for (String name : names) {
      if (name.contains(value)) {
        return true;
      }
    }
    return false;
  }

  private static final class LongestFirst implements Comparator<String> {
    @Override
    public int compare(String one, String other) {
      int byLength = Integer.compare(other.length(), one.length());
      return byLength != 0 ? byLength : one.compareTo(other);
    }
  }
}
