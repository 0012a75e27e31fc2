package dev.migrationgate.rules;

import dev.migrationgate.fix.Reach;
import dev.migrationgate.pattern.Rollout;
import java.util.List;

/** One thing that can be wrong with a rollout. */
public interface Rule {

  /** The id, kebab-case, stable for ever. */
  String id();

  /** What it finds, one sentence without a full stop. */
  String title();

  /** The severity of its findings, where the situation does not say otherwise. */
  Severity severity();

  /** Its settings, none for most. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /** How far its fixes go. */
  default Reach reach() {
    return Reach.NONE;
  }

  /** Looks at a rollout and reports what it finds. */
  void judge(Rollout rollout, Findings findings);
}
