/**
 * What only the files of a package show, before they are built: kustomizations, patches,
 * placeholders, names that a build makes. May use {@code pod}.
 */
package dev.migrationgate.pattern.source;
