/**
 * What kustomizations make of resources, as far as that is certain without a build. For the command
 * line alone.
 */
package dev.migrationgate.kustomize;
