/**
 * What mends a finding: changes of the manifests, planned on the tree and written as edits of the
 * text.
 */
package dev.migrationgate.fix;
