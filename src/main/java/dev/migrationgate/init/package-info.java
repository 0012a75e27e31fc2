/** A new service's package: what {@code init} writes. The templates are resources beside it. */
package dev.migrationgate.init;
