package org.customerfocus.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Keeps a second platform off the same data folder. The lock is the system's own: it ends with the
/// process, however that ends.
final class DataLock implements AutoCloseable {
  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws Failure with the address of the platform that already runs on this folder
  static DataLock acquire(Path data) throws IOException {
    Path file = PrivateFiles.folder(data).resolve("running");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      String owner = Files.readString(file).strip();
      throw new Failure(
          "already running%s: stop that one, or choose another folder with --data"
              .formatted(owner.isEmpty() ? "" : " at " + owner));
    }
    channel.truncate(0);
    return new DataLock(channel);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProgram) {
      return null;
    }
  }

  /// Leaves the address for whoever finds the folder locked.
  void tell(String baseUrl) throws IOException {
    String text = baseUrl + " (process " + ProcessHandle.current().pid() + ")\n";
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  @Override
  public void close() throws IOException {
    channel.truncate(0);
    channel.close();
  }
}
