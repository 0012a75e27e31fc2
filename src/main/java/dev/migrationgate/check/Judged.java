package dev.migrationgate.check;

import dev.migrationgate.files.Unit;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.run.Analysis;

/** A unit and what is known of it. */
public record Judged(Unit unit, Manifests manifests, Analysis analysis) {}
