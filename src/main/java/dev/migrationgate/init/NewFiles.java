package dev.migrationgate.init;

import dev.migrationgate.krm.InvalidInput;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Writes files that were not there before: all of them, or none. */
public final class NewFiles {
  private final Path folder;

  /** What was made so far, the last first. */
  private final Deque<Path> made = new ArrayDeque<>();

  private NewFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes the files into the folder, and makes the folder where it is not there.
   *
   * @throws InvalidInput when one of the files is there already, or cannot be written; nothing has
   *     changed then
   */
  public static void write(Path folder, List<NewFile> files) {
    List<Path> existing = new ArrayList<>();
    for (NewFile file : files) {
      // A link that leads nowhere is somebody's too.
      if (Files.exists(folder.resolve(file.path()), LinkOption.NOFOLLOW_LINKS)) {
        existing.add(folder.resolve(file.path()).normalize());
      }
    }
    if (!existing.isEmpty()) {
      int others = existing.size() - 1;
      throw new InvalidInput(
          existing.get(0)
              + (others == 0 ? " is there already" : " and " + others + " more are there already")
              + "; nothing was written, move away what is there or name another folder");
    }
    new NewFiles(folder).writeAll(files);
  }

  private void writeAll(List<NewFile> files) {
    Path current = folder;
    try {
      for (NewFile file : files) {
        current = folder.resolve(file.path());
        makeFolder(current.toAbsolutePath().getParent());
        Files.createFile(current);
        // Before it is written: a full disk leaves half of it.
        made.push(current);
        Files.writeString(current, file.text());
      }
    } catch (IOException e) {
      undo();
      throw new InvalidInput(
          current + ": cannot be written: " + reason(e) + "; nothing was written");
    }
  }

  private void makeFolder(Path wanted) throws IOException {
    if (Files.isDirectory(wanted)) {
      return;
    }
    if (wanted.getParent() != null) {
      makeFolder(wanted.getParent());
    }
    Files.createDirectory(wanted);
    made.push(wanted);
  }

  private void undo() {
    for (Path path : made) {
      try {
        Files.delete(path);
      } catch (IOException e) {
        // Somebody has put a file of theirs into a folder of ours: it stays.
      }
    }
  }

  private static String reason(IOException e) {
    return e instanceof FileAlreadyExistsException exists
        ? exists.getFile() + " is there already"
        : e.getClass().getSimpleName() + " " + e.getMessage();
  }
}
