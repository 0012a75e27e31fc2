/**
 * What holds a workload's containers back until a migration is done, what only looks as if it did,
 * and what the API server lets it ask. May use {@code pod} and {@code shell}.
 */
package dev.migrationgate.pattern.gate;
