/** A report in the forms that people and their CI read. For the command line alone. */
package dev.migrationgate.formats;
