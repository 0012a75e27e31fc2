/** Runs kustomize. The only place that starts a process; for the command line alone. */
package dev.migrationgate.build;
