package dev.migrationgate.init;

import dev.migrationgate.krm.InvalidInput;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The service that gets a package.
 *
 * @param name a DNS label that starts with a letter, as a Kubernetes Service wants it (RFC 1035),
 *     and short enough that the Job's name still holds the tag
 * @param namespace a DNS label
 * @param registry the part of the images' names before the service's own
 */
public record NewService(String name, String namespace, String registry, MigrationTool tool) {
  /** A Job's name is at most 63 characters: the rest is for "-migration-" and the tag. */
  private static final int LONGEST_NAME = 35;

  /** As long as a name in the DNS, and so much again for the path. */
  private static final int LONGEST_REGISTRY = 512;

  private static final Pattern SERVICE = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern REGISTRY =
      Pattern.compile(
          "[a-zA-Z0-9]([-.a-zA-Z0-9]*[a-zA-Z0-9])?(:[0-9]{1,5})?"
              + "(/[a-z0-9]+((\\.|__?|-+)[a-z0-9]+)*)*");

  /**
   * @throws InvalidInput when something of it is no legal name
   */
  public NewService {
    if (name.length() > LONGEST_NAME || !SERVICE.matcher(name).matches()) {
      throw new InvalidInput(
          "name \""
              + name
              + "\": only lower-case letters, digits and -, a letter first, no - last, at most "
              + LONGEST_NAME
              + " characters"
              + suggestion(name));
    }
    if (!NAMESPACE.matcher(namespace).matches()) {
      throw new InvalidInput(
          "namespace \""
              + namespace
              + "\": only lower-case letters, digits and -, no - first or last, at most 63"
              + " characters");
    }
    // Long ones would take the matcher deeper than its stack.
    if (registry.length() > LONGEST_REGISTRY || !REGISTRY.matcher(registry).matches()) {
      throw new InvalidInput(
          "registry \""
              + registry
              + "\": wants HOST[:PORT][/PATH], as in registry.example.com/team, without a scheme,"
              + " a tag or a / at the end");
    }
  }

  private static String suggestion(String name) {
    String legal =
        name.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[-0-9]+", "")
            .replaceAll("-+$", "");
    boolean helps = !legal.isEmpty() && legal.length() <= LONGEST_NAME;
    return helps ? "; " + legal + " would do" : "";
  }
}
