package dev.migrationgate.rules;

import dev.migrationgate.fix.Fix;
import dev.migrationgate.fix.MissingSettings;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.database.DatabaseAddress;
import dev.migrationgate.pattern.database.DatabasePlace;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Environment;
import dev.migrationgate.pattern.pod.ValueSource;
import dev.migrationgate.pattern.pod.WholeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the database settings of a migration with those of one workload. */
final class EnvironmentComparison {
  private final Link link;
  private final Container migrating;
  private final Container serving;
  private final Environment own;
  private final Environment other;
  private final List<String> mayDiffer;
  private final Findings findings;

  EnvironmentComparison(
      Rollout rollout, Link link, Container migrating, Container serving, Findings findings) {
    this.link = link;
    this.migrating = migrating;
    this.serving = serving;
    this.own = rollout.environment(migrating, link.job().resource());
    this.other = rollout.environment(serving, link.workload().resource());
    this.mayDiffer = findings.parameter(EnvironmentDiffers.MAY_DIFFER);
    this.findings = findings;
  }

  void judge() {
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, ValueSource> variable : other.variables().entrySet()) {
      String name = variable.getKey();
      ValueSource source = own.variables().get(name);
      if (mayDiffer.contains(name)) {
        continue;
      }
      if (DatabaseAddress.isCredential(name) && source != null) {
        compareCredentials(name, source, variable.getValue());
      }
      if (!DatabaseAddress.isSetting(name)) {
        continue;
      }
      if (source != null) {
        compare(name, source, variable.getValue());
      } else if (own.opaque().isEmpty() && !own.readsElsewhere(variable.getValue())) {
        missing.add(name);
      }
    }
    boolean told = compareCommand(missing);
    compareWhole(told || knowsPlace() ? List.of() : missing);
    compareRoles();
  }

  /** A role of its own is normal for a migration, so this is no more than worth knowing. */
  private void compareCredentials(String name, ValueSource source, ValueSource theirs) {
    if (!own.agrees(other, name)) {
      report(
          Severity.INFO,
          name
              + " comes from "
              + source.text()
              + " here and from "
              + theirs.text()
              + " in "
              + service()
              + "; see that its role may read what this one creates");
    }
  }

  /** Of two whole Secrets in one environment the later wins. */
  private void compareRoles() {
    List<String> more = sharesSecret() ? own.wholesBeyond(other) : List.<String>of();
    for (WholeSource whole : own.opaque()) {
      if (whole.kind().equals("Secret")
          && more.contains(whole.text())
          && DatabaseAddress.isNamedIn(whole.name())) {
        report(
            Severity.INFO,
            whole.text()
                + " is read here beside the Secret that "
                + service()
                + " reads as well; see that its role may read what this one creates");
      }
    }
  }

  /** True where the command line, not the environment, tells which database is migrated. */
  private boolean compareCommand(List<String> missing) {
    List<DatabasePlace> told = DatabasePlace.of(migrating);
    List<DatabasePlace> theirs = new ArrayList<>(DatabasePlace.of(other));
    theirs.addAll(DatabasePlace.of(serving));
    for (DatabasePlace place : told) {
      boolean differs = !theirs.isEmpty();
      for (DatabasePlace their : theirs) {
        if (place.isSame(their)) {
          return true;
        }
        differs &= place.differs(their);
      }
      if (differs && told.size() == 1) {
        report(
            Severity.ERROR,
            commandName(place)
                + " names another database here than "
                + theirs.get(0).setting()
                + " in "
                + service()
                + "; give both the same");
        return true;
      }
    }
    if (told.isEmpty() || missing.isEmpty()) {
      return false;
    }
    report(
        Severity.INFO,
        commandName(told.get(0))
            + " says which database is migrated, and "
            + String.join(", ", missing)
            + " which one "
            + service()
            + " uses; read the address from the same place");
    return true;
  }

  private static String commandName(DatabasePlace place) {
    return place.setting().isEmpty()
        ? "the command line"
        : place.setting() + " in the command line";
  }

  /** True where the migration certainly has a setting or a database of the workload. */
  private boolean knowsPlace() {
    for (String name : other.variables().keySet()) {
      if (DatabaseAddress.isAddressed(name) && own.agrees(other, name)) {
        return true;
      }
    }
    for (DatabasePlace place : DatabasePlace.of(own)) {
      for (DatabasePlace their : DatabasePlace.of(other)) {
        if (place.isSame(their)) {
          return true;
        }
      }
    }
    return false;
  }

  private void compare(String name, ValueSource source, ValueSource theirs) {
    if (own.agrees(other, name)) {
      compareCopies(name, source, theirs);
      return;
    }
    Optional<String> text = own.text(name);
    Optional<String> theirText = other.text(name);
    boolean told = text.isPresent() && theirText.isPresent();
    boolean known = own.value(name).isPresent() && other.value(name).isPresent();
    if (told && DatabaseAddress.differ(name, text.get(), theirText.get())) {
      report(
          Severity.ERROR,
          name
              + " names another database here than in "
              + service()
              + " ("
              + source.text()
              + ", there "
              + theirs.text()
              + "); give both the same");
    } else if (!known && !(told && DatabaseAddress.agree(text.get(), theirText.get()))) {
      report(
          source.isBeside(theirs) ? Severity.INFO : Severity.WARNING,
          name
              + " comes from "
              + source.text()
              + " here and from "
              + theirs.text()
              + " in "
              + service()
              + "; read it from the same place");
    }
  }

  /** One value, written in two places. */
  private void compareCopies(String name, ValueSource source, ValueSource theirs) {
    boolean literal = source instanceof ValueSource.Literal;
    if (DatabaseAddress.isAddressed(name)
        && literal != theirs instanceof ValueSource.Literal
        && !(source instanceof ValueSource.Composed)
        && !(theirs instanceof ValueSource.Composed)) {
      report(
          Severity.INFO,
          name
              + " is "
              + source.text()
              + " here and comes from "
              + theirs.text()
              + " in "
              + service()
              + "; the two are equal now, and one place keeps them so");
    }
  }

  /** Where both read one Secret, the database's is that one, and the rest is each one's own. */
  private boolean sharesSecret() {
    for (WholeSource source : own.opaque()) {
      for (WholeSource theirs : other.opaque()) {
        if (source.kind().equals("Secret") && source.isSame(theirs)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whole ConfigMaps and Secrets that the input does not hold can only be compared by name. */
  private void compareWhole(List<String> missing) {
    List<String> onlyOwn = own.wholesBeyond(other);
    List<String> onlyTheirs = other.wholesBeyond(own);
    if (!onlyOwn.isEmpty() && !onlyTheirs.isEmpty() && !sharesSecret()) {
      report(
          Severity.WARNING,
          "the environment comes from "
              + String.join(", ", onlyOwn)
              + " here and from "
              + String.join(", ", onlyTheirs)
              + " in "
              + service()
              + "; read the database settings from the same place");
    } else if (!missing.isEmpty()) {
      report(
          Severity.INFO,
          String.join(", ", missing)
              + " of "
              + service()
              + " "
              + (missing.size() == 1 ? "is" : "are")
              + " not set here",
          Optional.of(new MissingSettings(link, migrating, serving)));
    } else if (!own.isEmpty() && other.isEmpty()) {
      report(
          Severity.INFO,
          service()
              + " has no environment at all; see that it reads the same"
              + " database settings");
    } else if (own.isEmpty() && !onlyTheirs.isEmpty()) {
      report(
          Severity.INFO,
          "nothing is set here, and " + service() + " reads " + String.join(", ", onlyTheirs));
    }
  }

  private String service() {
    return link.workload().resource().identity();
  }

  private void report(Severity severity, String message) {
    report(severity, message, Optional.empty());
  }

  private void report(Severity severity, String message, Optional<Fix> fix) {
    Resource job = link.job().resource();
    String name = migrating.node().get("envFrom").isPresent() ? "envFrom" : "env";
    Field field =
        new Field(
            migrating.path() + "." + name,
            migrating.node().get(name).orElse(migrating.node()),
            Optional.empty(),
            Optional.empty());
    if (fix.isPresent()) {
      findings.add(severity, job, field, message, fix.get());
    } else {
      findings.add(severity, job, field, message);
    }
  }
}
