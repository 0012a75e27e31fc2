/** The rules' pages, as the jar carries them. For the command line alone. */
package dev.migrationgate.pages;
