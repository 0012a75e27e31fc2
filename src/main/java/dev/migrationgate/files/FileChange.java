package dev.migrationgate.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * New content for a file.
 *
 * @param file an existing file, or a link to one
 * @param old what was read of it
 * @param content what it is to hold
 */
public record FileChange(Path file, byte[] old, byte[] content) {

  /**
   * Writes all of them. Nothing is replaced until everything is on the disk; each file is old or
   * new, whole, whatever happens.
   *
   * @throws IOException in one line, when one may not be written or has changed since it was read;
   *     it says which files have been replaced before that
   */
  public static void apply(List<FileChange> changes) throws IOException {
    List<AtomicFile> staged = new ArrayList<>(changes.size());
    List<Path> done = new ArrayList<>(changes.size());
    try {
      for (FileChange change : changes) {
        staged.add(AtomicFile.stage(change.file, change.old, change.content));
      }
      for (int i = 0; i < staged.size(); i++) {
        staged.get(i).commit();
        done.add(changes.get(i).file);
      }
    } catch (IOException e) {
      throw done.isEmpty() ? e : new IOException(done + " replaced, but " + e.getMessage(), e);
    } finally {
      for (AtomicFile file : staged) {
        file.close();
      }
    }
  }
}
