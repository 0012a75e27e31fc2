/**
 * From paths to units of judgement: what is one build, and which files belong to it; and files that
 * people keep in Git, replaced whole. For the command line alone.
 */
package dev.migrationgate.files;
