package dev.migrationgate.substitute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides, for the text of one scalar, what each expression in it becomes. */
final class ScalarResolver implements Lookup {
  private static final int LONGEST_QUOTE = 80;

  /** Each is told with the name of its resource, and nobody declares a thousand of them. */
  static final int MOST_MISSING = 100;

  private final Variables variables;
  private final VariableSettings.Undefined undefined;
  private final String namespace;
  private final FieldRole role;
  private final int allowance;

  private final List<Splice> splices = new ArrayList<>();
  private final List<String> used = new ArrayList<>();
  private final Set<Note> notes = new LinkedHashSet<>();
  private final List<String> secrets = new ArrayList<>();
  private Optional<String> ambiguous = Optional.empty();
  private boolean touchedSecret;
  private boolean toldInvalid;
  private int missing;
  private int added;

  /** A {@link Problem} without the place, which the caller knows. */
  record Note(Problem.Kind kind, String expression, String detail) {
    // A record's own are made when they are first called, which takes as long as half a small run.
    @Override
    public boolean equals(Object other) {
      return other instanceof Note that
          && kind == that.kind
          && expression.equals(that.expression)
          && detail.equals(that.detail);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * kind.ordinal() + expression.hashCode()) + detail.hashCode();
    }
  }

  ScalarResolver(
      Variables variables,
      VariableSettings.Undefined undefined,
      String namespace,
      FieldRole role,
      int allowance) {
    this.variables = variables;
    this.undefined = undefined;
    this.namespace = namespace;
    this.role = role;
    this.allowance = allowance;
  }

  /** By how many UTF-16 units expressions grew the text; more than the allowance ended it. */
  int added() {
    return added;
  }

  /** The replacements to make, in order; none where the text stays. */
  List<Splice> splices() {
    return splices;
  }

  List<String> used() {
    return used;
  }

  /** Texts that were made of the values of Secrets, so that they must not be spoken. */
  List<String> secrets() {
    return secrets;
  }

  /** What is to be told, the same thing once. */
  Set<Note> notes() {
    return notes;
  }

  void resolve(String text) {
    List<Part> parts = Template.parse(text).parts();
    boolean substituted = false;
    for (Part part : parts) {
      if (added > allowance) {
        return;
      }
      if (part instanceof Part.Expression expression) {
        substituted |= expression(text, expression);
      } else if (part instanceof Part.Malformed malformed) {
        malformed(text, malformed);
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Part.Escape escape
          && (substituted || escapesDeclared(text, escape.end()))) {
        splices.add(new Splice(escape.start(), escape.end(), "$", false, false));
      }
    }
    Collections.sort(splices);
    if (substituted) {
      new NameSplices(role, text, splices, notes).sanitize();
      for (Splice splice : splices) {
        if (splice.secret() && !splice.text().isEmpty()) {
          secrets.add(splice.text());
        }
      }
    }
  }

  private boolean expression(String text, Part.Expression expression) {
    String name = expression.name();
    boolean declared = !variables.find(name, namespace).isEmpty();
    if (!declared && !role.mustResolve()) {
      return false;
    }
    ambiguous = Optional.empty();
    touchedSecret = false;
    Outcome outcome = Evaluation.of(expression, this);
    if (ambiguous.isPresent()) {
      notes.add(new Note(Problem.Kind.AMBIGUOUS, ambiguous.get(), ""));
      return false;
    }
    if (outcome instanceof Outcome.Value value) {
      if (declared) {
        used.add(name);
        if (value.text().isEmpty() && expression.operator() instanceof Operator.Plain) {
          notes.add(new Note(Problem.Kind.EMPTY, name, ""));
        }
      }
      splices.add(
          new Splice(expression.start(), expression.end(), value.text(), true, touchedSecret));
      if (touchedSecret && !value.text().isEmpty()) {
        secrets.add(value.text());
      }
      return true;
    }
    if (outcome instanceof Outcome.Undefined missing) {
      if (role.mustResolve()) {
        boolean keep = undefined == VariableSettings.Undefined.KEEP;
        Problem.Kind kind = keep ? Problem.Kind.KEPT : Problem.Kind.UNDEFINED;
        missing(new Note(kind, missing.name(), ""));
      }
    } else if (outcome instanceof Outcome.Failed failed) {
      invalid(text, expression.start(), expression.end(), failed.reason());
    }
    return false;
  }

  private void malformed(String text, Part.Malformed malformed) {
    boolean ours =
        malformed.name().isPresent()
            && !variables.find(malformed.name().get(), namespace).isEmpty();
    if (ours || role.mustResolve()) {
      invalid(text, malformed.start(), malformed.end(), malformed.reason());
    }
  }

  /** One complaint of the kind is enough for a scalar, and nobody reads a long one. */
  private void invalid(String text, int start, int end, String reason) {
    if (toldInvalid) {
      return;
    }
    toldInvalid = true;
    boolean isLong = end - start > LONGEST_QUOTE;
    String written = text.substring(start, isLong ? start + LONGEST_QUOTE : end);
    notes.add(new Note(Problem.Kind.INVALID, isLong ? written + "…" : written, reason));
  }

  private void missing(Note note) {
    if (!notes.contains(note) && missing < MOST_MISSING) {
      missing++;
      notes.add(note);
    }
  }

  /** True when <code>{NAME</code> of a declared variable starts here. */
  private boolean escapesDeclared(String text, int at) {
    if (at >= text.length() || text.charAt(at) != '{') {
      return false;
    }
    int end = at + 1;
    while (end < text.length() && Variable.isPart(text.charAt(end))) {
      end++;
    }
    return Variable.isName(text.substring(at + 1, end))
        && !variables.find(text.substring(at + 1, end), namespace).isEmpty();
  }

  @Override
  public boolean allows(int more) {
    added = (int) Math.min((long) added + more, Integer.MAX_VALUE);
    return added <= allowance;
  }

  @Override
  public Optional<String> value(String name) {
    List<Variable> found = variables.find(name, namespace);
    if (found.size() > 1) {
      ambiguous = Optional.of(name);
    }
    if (!found.isEmpty()) {
      touchedSecret |= found.get(0).secret();
      return Optional.of(found.get(0).value());
    }
    boolean empty = role.mustResolve() && undefined == VariableSettings.Undefined.EMPTY;
    return empty ? Optional.of("") : Optional.empty();
  }
}
