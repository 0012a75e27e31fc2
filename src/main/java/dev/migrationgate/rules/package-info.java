/** One class a rule: each looks at the rollout and says what is wrong, where, and what to do. */
package dev.migrationgate.rules;
