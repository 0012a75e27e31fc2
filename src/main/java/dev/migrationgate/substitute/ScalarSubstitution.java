package dev.migrationgate.substitute;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves the scalars of one resource, and keeps what there is to do and to say of them. */
final class ScalarSubstitution {
  private final Resource resource;
  private final Variables variables;
  private final VariableSettings.Undefined undefined;
  private final RenamedJobs renamed;
  private final Substitution.Templates templates;
  private final Allowance allowance;
  private final TemplateComment comments;
  private final ScalarWriter writer;

  private final List<Edit> edits = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> secrets = new ArrayList<>();

  /** What each scalar with an edit became, by its offset: an anchor may stand there. */
  private final Map<Integer, String> resolvedAt = new HashMap<>();

  ScalarSubstitution(
      Resource resource,
      Variables variables,
      VariableSettings.Undefined undefined,
      RenamedJobs renamed,
      Substitution.Templates templates,
      Allowance allowance) {
    this.resource = resource;
    this.variables = variables;
    this.undefined = undefined;
    this.renamed = renamed;
    this.templates = templates;
    this.allowance = allowance;
    this.comments = new TemplateComment(resource.source());
    this.writer = new ScalarWriter(resource.source());
  }

  /**
   * Where a scalar stands.
   *
   * @param path the field's path, for a person
   * @param role what the scalar is to Kubernetes
   * @param namesJobs true where it may name a Job
   * @param inFlow true inside brackets
   * @param repeated true in what an alias repeats: its text is not there to be edited
   */
  record Place(String path, FieldRole role, boolean namesJobs, boolean inFlow, boolean repeated) {}

  /** True for a scalar that {@link #resolve} may change. */
  boolean concerns(Scalar scalar) {
    return Template.mentionsExpression(scalar.value())
        || !renamed.isEmpty()
        || templates == Substitution.Templates.FOUND && comments.of(scalar).isPresent();
  }

  Resolved result(Resource resolved) {
    List<Problem> told = new ArrayList<>(problems.size());
    for (Problem problem : problems) {
      told.add(problem.in(resolved));
    }
    return new Resolved(resolved, edits, uses, told, secrets);
  }

  /** The scalar with its value resolved; the very same where nothing changes. */
  Scalar resolve(Scalar scalar, Place place) {
    Optional<String> template = template(scalar, place);
    if (template.isPresent()) {
      return render(template.get(), scalar, place);
    }
    List<Splice> splices = new ArrayList<>();
    FieldRole role = place.role();
    List<Splice> renames =
        place.namesJobs() && !renamed.isEmpty() ? renamed.in(scalar.value(), role) : List.of();
    for (Splice renaming : renames) {
      Splice resolved = renaming.withText(resolveName(renaming.text(), scalar, place));
      String former = scalar.value().substring(renaming.start(), renaming.end());
      if (splices.isEmpty()) {
        String before = resolveName(former, scalar, place);
        note(Problem.Kind.RENAMED, scalar, place, before, resolved.text());
      }
      splices.add(resolved);
    }
    ScalarResolver resolver = resolved(scalar.value(), scalar, place);
    record(resolver, scalar, place);
    int rename = 0;
    for (Splice splice : resolver.splices()) {
      while (rename < renames.size() && renames.get(rename).end() <= splice.start()) {
        rename++;
      }
      if (rename == renames.size() || !renames.get(rename).covers(splice)) {
        splices.add(splice);
      }
    }
    if (splices.isEmpty()) {
      return scalar;
    }
    Collections.sort(splices);
    Scalar resolved = scalar.withValue(Splice.apply(scalar.value(), splices));
    if (!place.repeated()) {
      edits.add(writer.edit(scalar, splices, role, place.inFlow()));
      resolvedAt.put(scalar.start(), resolved.value());
      keepTemplate(scalar, scalar.end(), scalar.style(), place);
    }
    return resolved;
  }

  /** The template that an earlier run kept, where the scalar itself holds none. */
  private Optional<String> template(Scalar scalar, Place place) {
    if (templates != Substitution.Templates.FOUND || place.inFlow()) {
      return Optional.empty();
    }
    Optional<String> template = comments.of(scalar);
    if (template.isEmpty() || !isOurs(template.get())) {
      return Optional.empty();
    }
    // An escaped expression of the template stands in its value, and is not meant.
    boolean newer = Template.mentionsExpression(scalar.value()) && !template.get().contains("$$");
    return newer ? Optional.empty() : template;
  }

  /** Others keep templates in the same form, and their variables are their own. */
  private boolean isOurs(String template) {
    boolean ours = false;
    for (Part part : Template.parse(template).parts()) {
      if (part instanceof Part.Expression expression) {
        if (variables.find(expression.name(), resource.namespace()).isEmpty()) {
          return false;
        }
        ours = true;
      } else if (part instanceof Part.Malformed) {
        return false;
      }
    }
    return ours;
  }

  private Scalar render(String template, Scalar scalar, Place place) {
    ScalarResolver resolver = resolved(template, scalar, place);
    record(resolver, scalar, place);
    if (resolver.splices().isEmpty()) {
      return scalar;
    }
    String value = Splice.apply(template, resolver.splices());
    if (!value.equals(scalar.value()) && !place.repeated()) {
      Splice whole = new Splice(0, scalar.value().length(), value, false, false);
      edits.add(writer.edit(scalar, List.of(whole), place.role(), place.inFlow()));
      resolvedAt.put(scalar.start(), value);
    }
    return scalar.madeOf(template, value);
  }

  private void keepTemplate(Scalar scalar, int end, Scalar.Style style, Place place) {
    if (templates == Substitution.Templates.DROPPED) {
      return;
    }
    Optional<String> former = comments.of(scalar);
    boolean replaceable = former.isPresent() && isOurs(former.get());
    TemplateComment.Kept kept =
        comments.keep(scalar.written(), end, style, place.inFlow(), replaceable);
    if (kept instanceof TemplateComment.Kept.Lost lost) {
      note(Problem.Kind.TEMPLATE_LOST, scalar, place, "", lost.reason());
    } else if (kept instanceof TemplateComment.Kept.OnLine line && line.edit().isPresent()) {
      edits.add(line.edit().get());
    }
  }

  /** Writes a value in place of an alias, unless the anchor's text comes to the same. */
  void replaceAlias(int start, int end, Scalar anchored, Scalar here, Place place) {
    if (!resolvedAt.getOrDefault(anchored.start(), anchored.value()).equals(here.value())) {
      String text = ScalarWriter.standalone(here.value(), place.role(), place.inFlow());
      edits.add(new Edit(start, end, text));
      keepTemplate(here, end, Scalar.Style.PLAIN, place);
    }
  }

  /**
   * The text of a name with its variables put in, nothing said of them: it stands elsewhere too.
   */
  private String resolveName(String name, Scalar scalar, Place place) {
    return Splice.apply(name, resolved(name, scalar, place).splices());
  }

  private ScalarResolver resolved(String text, Scalar scalar, Place place) {
    ScalarResolver resolver =
        new ScalarResolver(
            variables, undefined, resource.namespace(), place.role(), allowance.left());
    resolver.resolve(text);
    allowance.take(resolver.added(), resource, scalar, place.path());
    return resolver;
  }

  private void record(ScalarResolver resolver, Scalar scalar, Place place) {
    for (ScalarResolver.Note note : resolver.notes()) {
      note(note.kind(), scalar, place, note.expression(), note.detail());
    }
    for (String name : resolver.used()) {
      uses.add(new Use(name, resource, place.path(), scalar, place.role()));
    }
    secrets.addAll(resolver.secrets());
  }

  private void note(
      Problem.Kind kind, Scalar scalar, Place place, String expression, String detail) {
    problems.add(
        new Problem(kind, resource, place.path(), scalar, place.role(), expression, detail));
  }
}
