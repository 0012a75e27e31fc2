/** Puts the migration Job before what depends on it, moving nothing that need not move. */
package dev.migrationgate.order;
