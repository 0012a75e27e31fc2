/**
 * Who applies the manifests, and what each deliverer orders by itself: hooks, waves, change rules,
 * Flux Kustomizations. May use {@code migration} and {@code pod}.
 */
package dev.migrationgate.pattern.delivery;
