package dev.migrationgate.graph;

/**
 * One thing that comes before another.
 *
 * @param from the box that comes first, by its place in the graph
 * @param to the box that waits
 * @param label what makes it wait, or the rule that says why it does not; empty for what a
 *     migration merely needs
 */
public record Arrow(int from, int to, String label, State state) {}
