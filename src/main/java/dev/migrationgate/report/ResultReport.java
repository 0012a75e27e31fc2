package dev.migrationgate.report;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Result;
import dev.migrationgate.krm.ResultsWriter;
import dev.migrationgate.rules.Field;
import dev.migrationgate.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings as results of a KRM function. */
public final class ResultReport {
  private static final String FIXED_TAG = "fixed";

  private ResultReport() {}

  /** One result a finding, in the same order. */
  public static List<Result> of(List<Finding> findings, Redactor redactor) {
    List<Result> results = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      results.add(result(finding, redactor));
    }
    return results;
  }

  private static Result result(Finding finding, Redactor redactor) {
    List<Map.Entry<String, String>> tags = new ArrayList<>();
    tags.add(Map.entry(ResultsWriter.RULE_TAG, finding.rule()));
    if (finding.fixed()) {
      tags.add(Map.entry(FIXED_TAG, "true"));
    }
    return new Result(
        finding.rule() + ": " + redactor.redact(finding.message()),
        finding.severity().id(),
        finding.resource().isPresent()
            ? Optional.of(reference(finding.resource().get(), redactor))
            : Optional.empty(),
        finding.field().isPresent()
            ? Optional.of(field(finding.field().get(), redactor))
            : Optional.empty(),
        finding.resource().isPresent() ? file(finding.resource().get()) : Optional.empty(),
        tags);
  }

  private static Result.Reference reference(Resource resource, Redactor redactor) {
    return new Result.Reference(
        resource.apiVersion(),
        resource.kind(),
        redactor.redactName(resource.name()),
        redactor.redactName(resource.namespace()));
  }

  private static Result.FieldReference field(Field field, Redactor redactor) {
    return new Result.FieldReference(
        field.path(), redacted(field.current(), redactor), redacted(field.proposed(), redactor));
  }

  private static Optional<String> redacted(Optional<String> text, Redactor redactor) {
    return text.isPresent() ? Optional.of(redactor.redact(text.get())) : text;
  }

  private static Optional<Result.File> file(Resource resource) {
    Optional<String> path = resource.path();
    return path.isPresent()
        ? Optional.of(new Result.File(path.get(), index(resource)))
        : Optional.empty();
  }

  private static Optional<Integer> index(Resource resource) {
    try {
      return resource.index().isPresent()
          ? Optional.of(Integer.valueOf(resource.index().get().trim()))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
