/**
 * Substitution of <code>${NAME}</code>: Flux's grammar, where variables come from, and what becomes
 * of each scalar. An overlay: the tree stays on the source, changes are edits of its text.
 */
package dev.migrationgate.substitute;
