package org.customerfocus.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Files and folders that only their owner may read.
final class PrivateFiles {
  private PrivateFiles() {}

  /// Replaces the file as a whole: a reader sees the old content or the new, never half of it, and
  /// never a moment in which others may read it.
  static Path write(Path file, String content) throws IOException {
    Path folder = folder(file.resolveSibling(""));
    // Files of this kind are made with mode 0600 by Java.
    Path work = Files.createTempFile(folder, ".writing-", null);
    try {
      Files.writeString(work, content);
      Files.move(work, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(work);
    }
    return file;
  }

  /// Makes a folder that others may not enter; one that exists keeps its permissions.
  static Path folder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Path parent = folder.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }
}
