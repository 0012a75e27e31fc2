/** Finds where files declare a variable, and changes its value there. Of the command line alone. */
package dev.migrationgate.set;
