package dev.migrationgate.cli;

import dev.migrationgate.rules.Rules;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The ids of all rules, as a shell may complete them. */
final class RuleIds implements Iterable<String> {

  /** In the order of the alphabet. */
  List<String> all() {
    List<String> ids = new ArrayList<>(Rules.ids());
    ids.sort(null);
    return ids;
  }

  @Override
  public Iterator<String> iterator() {
    return all().iterator();
  }
}
