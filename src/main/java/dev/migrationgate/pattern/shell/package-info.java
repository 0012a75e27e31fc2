/**
 * What shell scripts say: simple commands, loops, and how a script ends. Knows no Kubernetes, and
 * uses nothing of ours.
 */
package dev.migrationgate.pattern.shell;
