/**
 * What the manifests mean: which Jobs are migrations, what depends on them, what gate stands in
 * each workload, whose identity asks, and who delivers all this. Reads resolved values; judges
 * nothing.
 */
package dev.migrationgate.pattern;
