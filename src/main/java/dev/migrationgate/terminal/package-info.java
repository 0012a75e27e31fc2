/**
 * Text for people at a terminal: its width, its colours, its letters. Of the command line alone.
 */
package dev.migrationgate.terminal;
