package dev.migrationgate.substitute;

import java.util.List;
import java.util.Optional;

/** What an expression does with its variable's value. Arguments are templates: they may nest. */
public sealed interface Operator {
  /** The arguments in the order in which Flux evaluates them. */
  List<Template> arguments();

  /** <code>${V}</code>. */
  record Plain() implements Operator {
    @Override
    public List<Template> arguments() {
      return List.of();
    }
  }

  /** <code>${#V}</code>: the number of bytes in UTF-8. */
  record Length() implements Operator {
    @Override
    public List<Template> arguments() {
      return List.of();
    }
  }

  /** <code>${V:-fallback}</code>, <code>${V:=fallback}</code> and <code>${V=fallback}</code>. */
  record Default(Template fallback) implements Operator {
    @Override
    public List<Template> arguments() {
      return List.of(fallback);
    }
  }

  /** <code>${V:+alternative}</code>, which Flux reads like {@code :-}. */
  record Alternative(Template alternative) implements Operator {
    @Override
    public List<Template> arguments() {
      return List.of(alternative);
    }
  }

  /** <code>${V:?message}</code>, which Flux reads like {@code :-}. */
  record Required(Template message) implements Operator {
    @Override
    public List<Template> arguments() {
      return List.of(message);
    }
  }

  /** <code>${V:offset}</code> and <code>${V:offset:length}</code>, counted in bytes of UTF-8. */
  record Slice(Template offset, Optional<Template> length) implements Operator {
    @Override
    public List<Template> arguments() {
      return length.isPresent() ? List.of(offset, length.get()) : List.of(offset);
    }
  }

  /**
   * <code>${V/pattern/replacement}</code> and its kin.
   *
   * @param pattern a literal text, never a glob
   * @param replacement without parts where nothing stands after the second slash
   */
  record Replace(Occurrence occurrence, Template pattern, Template replacement)
      implements Operator {
    /**
     * Which occurrences of the pattern are replaced: {@code /}, {@code //}, {@code /#}, {@code /%}.
     */
    public enum Occurrence {
      FIRST,
      ALL,
      PREFIX,
      SUFFIX
    }

    @Override
    public List<Template> arguments() {
      return List.of(pattern, replacement);
    }
  }

  /**
   * <code>${V#pattern}</code> and its kin.
   *
   * @param longest true for {@code ##} and {@code %%}
   * @param pattern a glob
   */
  record Trim(End end, boolean longest, Template pattern) implements Operator {
    /** Where the value is trimmed: {@code #} or {@code %}. */
    public enum End {
      PREFIX,
      SUFFIX
    }

    @Override
    public List<Template> arguments() {
      return List.of(pattern);
    }
  }

  /**
   * <code>${V^}</code> and its kin.
   *
   * @param upper true for {@code ^}, false for {@code ,}
   * @param all true for the doubled operator, which maps every letter and not the first alone
   */
  record Case(boolean upper, boolean all) implements Operator {
    @Override
    public List<Template> arguments() {
      return List.of();
    }
  }
}
