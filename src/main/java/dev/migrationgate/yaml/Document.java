package dev.migrationgate.yaml;

/**
 * One document of a stream.
 *
 * @param root its content; an empty plain scalar where it has none
 * @param start where its {@code ---} (or directives) start, or its content where it has none
 */
public record Document(Node root, int start) {}
