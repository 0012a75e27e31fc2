/**
 * The rollout as a drawing: what is applied, and what waits for what. Of the command line alone.
 */
package dev.migrationgate.graph;
