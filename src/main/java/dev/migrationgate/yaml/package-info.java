/**
 * YAML as text: documents, nodes with offsets, edits and quoting. Knows nothing of Kubernetes.
 *
 * <p>A document is never emitted again. It is parsed with snakeyaml-engine's events into a small
 * immutable tree whose nodes know where they stand in the source, and changes are {@link
 * dev.migrationgate.yaml.Edit}s spliced into that source.
 */
package dev.migrationgate.yaml;
