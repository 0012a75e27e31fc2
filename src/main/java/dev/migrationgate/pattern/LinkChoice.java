package dev.migrationgate.pattern;

import java.util.ArrayList;
import java.util.List;

/** Picks, of the migrations that may be linked to a workload, those that are. */
final class LinkChoice {
  private LinkChoice() {}

  /** Those that are certain, else those that most speaks for. */
  static List<LinkCandidate> among(List<LinkCandidate> candidates) {
    int best = 0;
    for (LinkCandidate candidate : candidates) {
      best = Math.max(best, candidate.weight());
    }
    List<LinkCandidate> chosen = new ArrayList<>();
    int own = best >= LinkCandidate.CERTAIN ? bestOwn(candidates) : best;
    for (LinkCandidate candidate : candidates) {
      boolean certain = candidate.weight() >= LinkCandidate.CERTAIN;
      boolean speaks = best < LinkCandidate.CERTAIN || candidate.isOwn();
      if (certain || (speaks && candidate.weight() == own && !isOutdone(candidate, candidates))) {
        chosen.add(candidate);
      }
    }
    return chosen;
  }

  /**
   * A gate may wait for the migration of another application, copied or on purpose; the workload
   * still needs its own.
   *
   * @return what speaks for that one, 0 where a certain one is its own
   */
  private static int bestOwn(List<LinkCandidate> candidates) {
    int best = 0;
    for (LinkCandidate candidate : candidates) {
      if (candidate.weight() >= LinkCandidate.CERTAIN && candidate.isOwn()) {
        return 0;
      }
      if (candidate.weight() < LinkCandidate.CERTAIN && candidate.isOwn()) {
        best = Math.max(best, candidate.weight());
      }
    }
    return best;
  }

  /** Of {@code shop} and {@code shop-orders}, {@code shop-orders-api} is the latter's. */
  private static boolean isOutdone(LinkCandidate candidate, List<LinkCandidate> others) {
    for (LinkCandidate other : others) {
      if (other.weight() == candidate.weight() && other.isNamedCloserThan(candidate)) {
        return true;
      }
    }
    return false;
  }
}
