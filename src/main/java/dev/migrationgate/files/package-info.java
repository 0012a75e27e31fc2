/** Files that people keep in Git, replaced whole. Of the command line alone. */
package dev.migrationgate.files;
