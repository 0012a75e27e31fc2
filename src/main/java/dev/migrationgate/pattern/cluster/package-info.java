/**
 * What the cluster does with pods, whatever they run: how many there are, how they are replaced and
 * evicted, and who may reach them. May use {@code pod}.
 */
package dev.migrationgate.pattern.cluster;
