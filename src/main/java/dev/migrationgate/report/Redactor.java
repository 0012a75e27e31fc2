package dev.migrationgate.report;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.SecretData;
import dev.migrationgate.yaml.Entry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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

  /** A longer text is no message, and is redacted once. */
  private static final int LONGEST_MESSAGE = 500;

  private final Words secrets;
  private final Words inNames;

  /** Most messages are told twice, on stderr and among the results. */
  private final Map<String, String> redacted = new HashMap<>();

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
    removeShort(values);
    Words candidates = new Words(values);
    for (String name : publicNames(resources)) {
      values.removeAll(candidates.in(name));
    }
    Set<String> spoken = new HashSet<>(variables);
    addEncoded(spoken);
    addEncoded(values);
    values.addAll(spoken);
    secrets = new Words(values);
    inNames = new Words(spoken);
  }

  /** A text, such as a message or a field's value, without anything secret. */
  public String redact(String text) {
    if (text.length() > LONGEST_MESSAGE) {
      return masked(text);
    }
    String known = redacted.get(text);
    if (known == null) {
      known = masked(text);
      redacted.put(text, known);
    }
    return known;
  }

  private String masked(String text) {
    return Credentials.masked(secrets.mask(text, MASK));
  }

  /** Adds the places of what is known to be secret in a text, of which parts will be shown. */
  public void addPlaces(String text, Spans places) {
    secrets.addPlaces(text, places);
  }

  /**
   * What identifies a resource: only substitution can have put anything secret there, and to mask a
   * name that happens to be somebody's password would say so.
   */
  public String redactName(String name) {
    return Credentials.masked(inNames.mask(name, MASK));
  }

  private static void removeShort(Set<String> values) {
    for (Iterator<String> i = values.iterator(); i.hasNext(); ) {
      if (i.next().length() < SHORTEST) {
        i.remove();
      }
    }
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

  /** A value may stand elsewhere as the data of a Secret has it, or in a URL. */
  private static void addEncoded(Set<String> values) {
    for (String value : values.toArray(new String[0])) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      // Without its padding, which some leave out.
      values.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
      values.add(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
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
}
