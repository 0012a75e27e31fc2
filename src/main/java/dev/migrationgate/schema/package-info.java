/**
 * Kubernetes' types, as fabric8's model has them. It is slow to load: of check alone, never of the
 * function.
 */
package dev.migrationgate.schema;
