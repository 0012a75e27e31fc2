package dev.migrationgate.pattern.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Command lines that tell something, looked up by the program that each begins with. */
public final class CommandSignals {
  private static final int NONE = -1;

  private final List<CommandSignal> signals;

  /** Of each program the places of its signals, in their order. */
  private final Map<String, List<Integer>> byProgram = new HashMap<>();

  public CommandSignals(List<CommandSignal> signals) {
    this.signals = List.copyOf(signals);
    for (int i = 0; i < signals.size(); i++) {
      String program = signals.get(i).words().get(0);
      List<Integer> places = byProgram.get(program);
      if (places == null) {
        places = new ArrayList<>();
        byProgram.put(program, places);
      }
      places.add(i);
    }
  }

  /** All of them, in their order. */
  public List<CommandSignal> signals() {
    return signals;
  }

  /** The first of the signals that a simple command is. */
  public Optional<CommandSignal> in(List<String> command) {
    int found = indexIn(command);
    return found == NONE ? Optional.empty() : Optional.of(signals.get(found));
  }

  /** The place of the first of the signals that a simple command is, -1 where it is none. */
  public int indexIn(List<String> command) {
    int first = signals.size();
    // A program may be named a million times, and is looked at once.
    boolean[] tried = {};
    for (String word : command) {
      List<Integer> candidates = byProgram.get(word.substring(word.lastIndexOf('/') + 1));
      if (candidates == null) {
        continue;
      }
      tried = tried.length == 0 ? new boolean[signals.size()] : tried;
      for (int candidate : candidates) {
        if (candidate < first && !tried[candidate] && signals.get(candidate).matches(command)) {
          first = candidate;
        }
        tried[candidate] = true;
      }
    }
    return first == signals.size() ? NONE : first;
  }
}
