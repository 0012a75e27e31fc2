/**
 * Which database pods mean, where it runs, and who uses it. May use {@code migration}, {@code
 * gate}, {@code cluster}, {@code source}, {@code pod} and {@code shell}.
 */
package dev.migrationgate.pattern.database;
