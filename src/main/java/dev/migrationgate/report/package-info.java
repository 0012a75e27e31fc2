/** Findings in the forms that people and hosts read, with nothing in them that is secret. */
package dev.migrationgate.report;
