package dev.migrationgate.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds any number of words in a text at once, wherever they stand in it, in one pass over the text
 * (Aho and Corasick, Efficient string matching, 1975).
 *
 * <p>A state is what of the text read last begins some word, the longest of it; state 0 is nothing.
 */
final class Words {
  private static final int NOTHING = 0;

  private final String[] words;
  private final Transitions transitions;

  /** Of each state the longest other one that it ends in. */
  private int[] shorter = new int[64];

  /** Of each state the length of the longest word that it ends in, 0 for none. */
  private int[] longest = new int[64];

  /** Of each state the word that it is, as an index from 1; 0 for none. */
  private int[] word = new int[64];

  private int states = 1;

  Words(Collection<String> words) {
    Set<String> distinct = new HashSet<>(words);
    distinct.remove("");
    this.words = distinct.toArray(new String[0]);
    long characters = 0;
    for (String each : this.words) {
      characters += each.length();
    }
    this.transitions = new Transitions(characters);
    learn();
  }

  /** The first characters of all words, then the second ones: what is shorter is known by then. */
  private void learn() {
    int[] reached = new int[words.length];
    int[] unfinished = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      unfinished[i] = i;
    }
    int left = words.length;
    for (int at = 0; left > 0; at++) {
      int before = states;
      int kept = 0;
      for (int i = 0; i < left; i++) {
        int index = unfinished[i];
        int state = extended(reached[index], words[index].charAt(at));
        reached[index] = state;
        if (at + 1 == words[index].length()) {
          word[state] = index + 1;
        } else {
          unfinished[kept++] = index;
        }
      }
      left = kept;
      for (int state = before; state < states; state++) {
        longest[state] = word[state] > 0 ? at + 1 : longest[shorter[state]];
      }
    }
  }

  private int extended(int state, char c) {
    int known = transitions.from(state, c);
    if (known != NOTHING) {
      return known;
    }
    if (states == shorter.length) {
      shorter = Arrays.copyOf(shorter, states * 2);
      longest = Arrays.copyOf(longest, states * 2);
      word = Arrays.copyOf(word, states * 2);
    }
    shorter[states] = state == NOTHING ? NOTHING : next(shorter[state], c);
    transitions.add(state, c, states);
    return states++;
  }

  private int next(int state, char c) {
    int at = state;
    int next = transitions.from(at, c);
    while (next == NOTHING && at != NOTHING) {
      at = shorter[at];
      next = transitions.from(at, c);
    }
    return next;
  }

  /** The words that stand in a text. */
  Set<String> in(String text) {
    Set<String> found = new HashSet<>();
    int state = NOTHING;
    for (int i = 0; i < text.length() && words.length > 0; i++) {
      state = next(state, text.charAt(i));
      // What is found already was found with all that it ends in.
      for (int at = state; longest[at] > 0; at = shorter[at]) {
        if (word[at] > 0 && !found.add(words[word[at] - 1])) {
          break;
        }
      }
    }
    return found;
  }

  /** The text with a mask over each word; over one where words overlap. */
  String mask(String text, String mask) {
    int[] stretches = stretches(text);
    return stretches.length == 0 ? text : masked(text, stretches, mask);
  }

  /** Adds the places of the words in a text. */
  void addPlaces(String text, Spans places) {
    int[] stretches = stretches(text);
    for (int i = 0; i < stretches.length; i += 2) {
      places.add(stretches[i], stretches[i + 1]);
    }
  }

  /** Where each stretch to mask starts and ends; a long word may take in several before it. */
  private int[] stretches(String text) {
    int[] stretches = new int[16];
    int size = 0;
    int state = NOTHING;
    for (int i = 0; i < text.length() && words.length > 0; i++) {
      state = next(state, text.charAt(i));
      if (longest[state] > 0) {
        int start = i + 1 - longest[state];
        while (size > 0 && stretches[size - 1] > start) {
          start = Math.min(start, stretches[size - 2]);
          size -= 2;
        }
        if (size == stretches.length) {
          stretches = Arrays.copyOf(stretches, size * 2);
        }
        stretches[size++] = start;
        stretches[size++] = i + 1;
      }
    }
    return Arrays.copyOf(stretches, size);
  }

  private static String masked(String text, int[] stretches, String mask) {
    StringBuilder masked = new StringBuilder();
    int copied = 0;
    for (int i = 0; i < stretches.length; i += 2) {
      masked.append(text, copied, stretches[i]).append(mask);
      copied = stretches[i + 1];
    }
    return masked.append(text, copied, text.length()).toString();
  }

  /** From a state, by a character, to a state: a table with open addressing. */
  private static final class Transitions {
    private final long[] keys;
    private final int[] values;

    /**
     * @param size how many there will be at most
     */
    Transitions(long size) {
      int slots = 16;
      while (slots < 2 * size) {
        slots *= 2;
      }
      keys = new long[slots];
      values = new int[slots];
    }

    int from(int state, char c) {
      return values[slot(key(state, c))];
    }

    void add(int state, char c, int to) {
      long key = key(state, c);
      int slot = slot(key);
      keys[slot] = key;
      values[slot] = to;
    }

    /** No state is 0 but nothing, which none leads to, so that an empty slot says so. */
    private int slot(long key) {
      int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
      while (values[slot] != NOTHING && keys[slot] != key) {
        slot = (slot + 1) & (keys.length - 1);
      }
      return slot;
    }

    private static long key(int state, char c) {
      return (long) state << 16 | c;
    }
  }
}
