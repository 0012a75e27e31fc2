/**
 * Which Jobs are migrations, which containers migrate by themselves, by what tool, and what a
 * migration Job is made like. May use {@code gate}, {@code source}, {@code pod} and {@code shell}.
 */
package dev.migrationgate.pattern.migration;
