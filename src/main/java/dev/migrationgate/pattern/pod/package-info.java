/**
 * Pod templates: containers, images and their names and versions, command lines, environment,
 * references to ConfigMaps and Secrets, security. Knows no migrations; may use {@code shell}.
 */
package dev.migrationgate.pattern.pod;
