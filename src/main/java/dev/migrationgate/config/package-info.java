/** The functionConfig in all its shapes, parsed at the edge into the records that others own. */
package dev.migrationgate.config;
