package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Container;
import dev.migrationgate.pattern.DatabaseAddress;
import dev.migrationgate.pattern.Environment;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Migration and service read their database settings from different places. */
final class EnvironmentDiffers implements Rule {
  private static final Parameter MAY_DIFFER =
      new Parameter(
          "mayDiffer",
          "Variables that may differ, such as the user of a separate migration role.",
          List.of());

  @Override
  public String id() {
    return "environment-differs";
  }

  @Override
  public String title() {
    return "The migration and its workload read their database settings from different places";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(MAY_DIFFER);
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Link link : rollout.links()) {
      List<Container> migrating = link.job().pod().containers();
      List<Container> serving = link.workload().pod().containers();
      if (!migrating.isEmpty() && !serving.isEmpty()) {
        Container service = serving(link, migrating.get(0), serving);
        new Comparison(rollout, link, migrating.get(0), service, findings).judge();
      }
    }
  }

  /** The container of the same application; sidecars may stand before it. */
  private static Container serving(Link link, Container migrating, List<Container> containers) {
    for (Container container : containers) {
      if (link.runTogether(migrating, container)) {
        return container;
      }
    }
    return containers.get(0);
  }

  private static final class Comparison {
    private final Link link;
    private final Container migrating;
    private final Environment own;
    private final Environment other;
    private final List<String> mayDiffer;
    private final Findings findings;

    Comparison(
        Rollout rollout, Link link, Container migrating, Container serving, Findings findings) {
      this.link = link;
      this.migrating = migrating;
      this.own = rollout.environment(migrating, link.job().resource());
      this.other = rollout.environment(serving, link.workload().resource());
      this.mayDiffer = findings.parameter(MAY_DIFFER);
      this.findings = findings;
    }

    void judge() {
      List<String> missing = new ArrayList<>();
      for (Map.Entry<String, Environment.Source> variable : other.variables().entrySet()) {
        String name = variable.getKey();
        if (!DatabaseAddress.isSetting(name) || mayDiffer.contains(name)) {
          continue;
        }
        Environment.Source source = own.variables().get(name);
        if (source != null) {
          compare(name, source, variable.getValue());
        } else if (own.opaque().isEmpty()) {
          missing.add(name);
        }
      }
      compareWhole(missing);
    }

    private void compare(String name, Environment.Source source, Environment.Source theirs) {
      if (own.agrees(other, name)) {
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

    /** Where both read one Secret, the database's is that one, and the rest is each one's own. */
    private boolean sharesSecret() {
      for (Environment.Whole source : own.opaque()) {
        if (source.kind().equals("Secret") && other.opaque().contains(source)) {
          return true;
        }
      }
      return false;
    }

    /** Whole ConfigMaps and Secrets that the input does not hold can only be compared by name. */
    private void compareWhole(List<String> missing) {
      List<String> onlyOwn = without(own.opaque(), other.opaque());
      List<String> onlyTheirs = without(other.opaque(), own.opaque());
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
                + " not set here");
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

    private static List<String> without(
        List<Environment.Whole> sources, List<Environment.Whole> others) {
      List<String> rest = new ArrayList<>();
      for (Environment.Whole source : sources) {
        if (!source.optional() && !holds(others, source)) {
          rest.add(source.text());
        }
      }
      return rest;
    }

    private static boolean holds(List<Environment.Whole> sources, Environment.Whole one) {
      for (Environment.Whole source : sources) {
        if (source.isSame(one)) {
          return true;
        }
      }
      return false;
    }

    private String service() {
      return link.workload().resource().identity();
    }

    private void report(Severity severity, String message) {
      Resource job = link.job().resource();
      String field = migrating.node().get("envFrom").isPresent() ? "envFrom" : "env";
      findings.add(
          severity,
          job,
          new Field(
              migrating.path() + "." + field,
              migrating.node().get(field).orElse(migrating.node()),
              Optional.empty(),
              Optional.empty()),
          message);
    }
  }
}
