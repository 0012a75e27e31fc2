/** One run: from the text that comes in to the text, the report and the exit code that go out. */
package dev.migrationgate.run;
