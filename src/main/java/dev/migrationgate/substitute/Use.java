package dev.migrationgate.substitute;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Scalar;

/** A place where a declared variable was put in. */
public record Use(String variable, Resource resource, String path, Scalar scalar, FieldRole role) {}
