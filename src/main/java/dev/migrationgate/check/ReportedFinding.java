package dev.migrationgate.check;

import dev.migrationgate.rules.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A finding as it is told: nothing in it is secret any more.
 *
 * @param rule the rule's id
 * @param message what is wrong and what to do, one line
 * @param fingerprint the same as long as the finding is the same, wherever its line moves
 * @param fixable true when {@code fix} can mend it
 * @param fix what {@code fix} would do about it alone, where that was asked for and is sure
 */
public record ReportedFinding(
    String rule,
    Severity severity,
    String message,
    Optional<ResourceId> resource,
    Optional<FieldValue> field,
    Optional<Location> location,
    String fingerprint,
    boolean fixable,
    Optional<Fix> fix) {

  /** What identifies a resource; what it does not say is empty. */
  public record ResourceId(String apiVersion, String kind, String namespace, String name) {

    /** {@code Kind namespace/name}, as people write it. */
    public String text() {
      return (kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name)).strip();
    }
  }

  /** A field with its value, and the one that would do. */
  public record FieldValue(String path, Optional<String> current, Optional<String> proposed) {}

  /**
   * Where it stands.
   *
   * @param path the file, with slashes, as the user named it
   * @param line from 1; empty where the file's own lines are not known
   */
  public record Location(String path, Optional<Position> position) {}

  /**
   * A place in a file.
   *
   * @param line from 1
   * @param column in characters, from 1
   * @param length how many characters of that line it takes, at least 1
   * @param excerpt how it is shown
   */
  public record Position(int line, int column, int length, Excerpt excerpt) {}

  /**
   * A line as it is shown, masked where it could hold a secret; so the place has moved in it.
   *
   * @param column in characters, from 1
   * @param length how many characters the place takes, at least 1
   */
  public record Excerpt(String text, int column, int length) {}

  /**
   * What mends a finding in the files.
   *
   * @param done what is then done
   */
  public record Fix(String done, List<FileEdits> files) {
    public Fix {
      files = List.copyOf(files);
    }
  }

  /**
   * What changes in a file.
   *
   * @param path the file, with slashes, as the user named it
   * @param replacements in their order, none touching the next
   */
  public record FileEdits(String path, List<Replacement> replacements) {
    public FileEdits {
      replacements = List.copyOf(replacements);
    }
  }

  /** Another text for what stands from a place up to another; an insertion where both are one. */
  public record Replacement(Place start, Place end, String text) {}

  /** A place in a file as it is, line and column in characters from 1. */
  public record Place(int line, int column) {}

  /** What is wrong, without what to do. */
  public String problem() {
    int end = message.indexOf("; ");
    return end < 0 ? message : message.substring(0, end);
  }

  /** What to do, empty where the message does not say. */
  public String remedy() {
    int end = message.indexOf("; ");
    return end < 0 ? "" : message.substring(end + 2);
  }
}
