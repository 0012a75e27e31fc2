/** The command line for people and their CI. Loaded only when there are arguments. */
package dev.migrationgate.cli;
