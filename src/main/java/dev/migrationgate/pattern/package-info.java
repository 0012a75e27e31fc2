/**
 * What the manifests mean: which Jobs are migrations, what depends on them, what gate stands in
 * each workload, whose identity asks, and who delivers all this. Reads resolved values; judges
 * nothing. Here all of it becomes the {@link Rollout}, and workloads are linked to the migrations
 * that they depend on; the packages below know nothing of that, and use each other in one direction
 * alone.
 */
package dev.migrationgate.pattern;
