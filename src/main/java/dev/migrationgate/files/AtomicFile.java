package dev.migrationgate.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;

/**
 * A file's new content, on the disk beside it, until it takes the file's place in one step.
 *
 * <p>Whoever reads the file sees the old content or the new one, whole, whatever happens. A
 * symbolic link stays one: the file that it leads to is replaced. Permissions stay. Whoever changes
 * several files stages all before it commits the first, so that a full disk spoils none.
 */
public final class AtomicFile implements Closeable {
  private final Path shown;
  private final Path target;
  private final Path staged;
  private final byte[] old;

  private AtomicFile(Path shown, Path target, Path staged, byte[] old) {
    this.shown = shown;
    this.target = target;
    this.staged = staged;
    this.old = old;
  }

  /**
   * Writes the new content beside the file, down to the disk.
   *
   * @param file an existing file, or a link to one
   * @param old what was read of it: what somebody else wrote since then must not be lost
   * @param content what it is to hold
   * @throws IOException in one line, when the file may not be written or has changed
   */
  public static AtomicFile stage(Path file, byte[] old, byte[] content) throws IOException {
    Path target = realPath(file);
    checkUnchanged(file, target, old);
    if (!Files.isWritable(target)) {
      throw new IOException(file + ": the file is read-only; nothing was written");
    }
    Path staged = create(file, target);
    AtomicFile replacement = new AtomicFile(file, target, staged, old);
    try {
      replacement.fill(content);
      return replacement;
    } catch (IOException e) {
      replacement.close();
      throw cannotWrite(file, e);
    }
  }

  /**
   * Writes a file that may be there or not, whole or not at all; whatever it held is replaced. A
   * device or a pipe is written to as it is.
   *
   * @throws IOException when it cannot be written; what was there stands then
   */
  public static void write(Path file, byte[] content) throws IOException {
    if (Files.isRegularFile(file)) {
      try (AtomicFile replacement = stage(file, Files.readAllBytes(file), content)) {
        replacement.commit();
      }
    } else if (Files.exists(file)) {
      Files.write(file, content);
    } else {
      writeNew(file, content);
    }
  }

  /** Not as a temporary file, which nobody else may read: a new file is as open as others are. */
  private static void writeNew(Path file, byte[] content) throws IOException {
    String hidden = "." + file.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".tmp";
    Path staged = file.resolveSibling(hidden);
    try {
      Files.write(staged, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new IOException(file + ": cannot be written: " + reason(e), e);
    } finally {
      Files.deleteIfExists(staged);
    }
  }

  private static Path realPath(Path file) throws IOException {
    try {
      return file.toRealPath();
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such file", e);
    }
  }

  /** A hidden name that ends like no manifest: nobody takes it for one while it is there. */
  private static Path create(Path file, Path target) throws IOException {
    try {
      Path staged =
          Files.createTempFile(target.getParent(), "." + target.getFileName() + ".", ".tmp");
      staged.toFile().deleteOnExit();
      return staged;
    } catch (FileSystemException e) {
      throw new IOException(
          file
              + ": its folder takes no new file, and the file is replaced by one: "
              + reason(e)
              + "; nothing was written",
          e);
    }
  }

  private void fill(byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(staged, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      copyPermissions();
      channel.force(true);
    }
  }

  private void copyPermissions() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(staged, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    PosixFileAttributes wanted = Files.readAttributes(target, PosixFileAttributes.class);
    try {
      view.setGroup(wanted.group());
      view.setOwner(wanted.owner());
    } catch (IOException e) {
      // Only root gives files away; whoever may not keeps the file's mode, as editors do.
    }
    view.setPermissions(wanted.permissions());
  }

  /**
   * Puts the new content into the file's place.
   *
   * @throws IOException in one line, when the file has changed since it was read, or cannot be
   *     replaced; it is then untouched
   */
  public void commit() throws IOException {
    Object identity = identity();
    // Two processes that look at once must not both find the file unchanged: the one that comes
    // second waits, and then holds a file that no longer has the name.
    try (FileChannel locked =
            FileChannel.open(target, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = locked.lock()) {
      if (!lock.isValid() || !identity.equals(identity()) || !Arrays.equals(read(locked), old)) {
        throw changed(shown);
      }
      Files.move(
          staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (OverlappingFileLockException e) {
      throw changed(shown);
    } catch (FileSystemException e) {
      throw cannotWrite(shown, e);
    }
    syncFolder();
  }

  private Object identity() throws IOException {
    Object key = Files.readAttributes(target, BasicFileAttributes.class).fileKey();
    return key == null ? target : key;
  }

  /** Through the channel that holds the lock: to close another one of the file would release it. */
  private static byte[] read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      continue;
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /** Where folders cannot be opened, the file system keeps renames in its own way. */
  private void syncFolder() {
    try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      // The rename has happened; a power cut in this moment may undo it, whole.
    }
  }

  private static void checkUnchanged(Path shown, Path target, byte[] old) throws IOException {
    byte[] now;
    try {
      now = Files.readAllBytes(target);
    } catch (FileSystemException e) {
      throw new IOException(shown + ": cannot be read: " + reason(e), e);
    }
    if (!Arrays.equals(now, old)) {
      throw changed(shown);
    }
  }

  private static IOException changed(Path shown) {
    return new IOException(
        shown + ": somebody changed it meanwhile; nothing was written, run it again");
  }

  private static IOException cannotWrite(Path file, IOException e) {
    return new IOException(file + ": cannot be replaced: " + reason(e), e);
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException failure) {
      if (e instanceof NoSuchFileException) {
        return "no such file or folder";
      }
      return failure.getReason() == null ? e.getClass().getSimpleName() : failure.getReason();
    }
    return e.getMessage();
  }

  /** Takes away what was staged and not committed. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(staged);
  }
}
