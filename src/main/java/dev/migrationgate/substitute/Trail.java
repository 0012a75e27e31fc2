package dev.migrationgate.substitute;

import java.util.Arrays;

/**
 * The way from a resource's root to the node where a walk is, as a person reads it once something
 * is said of that node: {@code spec.containers[0].image}.
 */
final class Trail {
  private static final int KEY = -1;

  private String[] keys = new String[16];
  private int[] items = new int[16];
  private int depth;

  void enterKey(String name) {
    enter(name, KEY);
  }

  void enterItem(int index) {
    enter("", index);
  }

  void leave() {
    depth--;
  }

  private void enter(String key, int item) {
    if (depth == keys.length) {
      keys = Arrays.copyOf(keys, 2 * depth);
      items = Arrays.copyOf(items, 2 * depth);
    }
    keys[depth] = key;
    items[depth] = item;
    depth++;
  }

  @Override
  public String toString() {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      if (items[i] != KEY) {
        path.append('[').append(items[i]).append(']');
      } else {
        path.append(i == 0 ? "" : ".");
        appendKey(keys[i], path);
      }
    }
    return path.toString();
  }

  private static void appendKey(String name, StringBuilder path) {
    if (name.indexOf('.') < 0 && name.indexOf('/') < 0) {
      path.append(name);
    } else {
      path.append('[').append(name).append(']');
    }
  }
}
