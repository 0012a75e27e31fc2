/**
 * Judges the units of a package and puts together what is told of them. For the command line alone.
 */
package dev.migrationgate.check;
