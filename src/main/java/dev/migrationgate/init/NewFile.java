package dev.migrationgate.init;

import java.nio.file.Path;

/** A file that is to be there. The path is seen from the folder that it goes into. */
public record NewFile(Path path, String text) {}
