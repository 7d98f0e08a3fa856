package org.customerfocus.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, unpacked once for a user and shared by every data folder.
final class PostgresBinaries {
  static final int MAJOR_VERSION = 18;

  private PostgresBinaries() {}

  /// The folder whose `bin` holds `initdb` and `postgres`.
  ///
  /// @param fallback a folder for machines where the user's cache folder cannot be written
  static Path unpacked(Path fallback) {
    String archive = archiveName();
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
      if (packed == null) {
        throw new Failure(
            "there is no embedded PostgreSQL for this machine (%s): use your own with --database-url"
                .formatted(archive));
      }
      // The size tells one release from another without reading 15 MB at each start.
      String name = "postgresql-" + MAJOR_VERSION + "-" + packed.available();
      Path target = cache(fallback).resolve(name);
      if (!Files.isExecutable(target.resolve("bin/postgres"))) {
        unpack(packed, target);
      }
      return target;
    } catch (IOException broken) {
      throw new Failure("PostgreSQL could not be unpacked: " + broken.getMessage(), broken);
    }
  }

  private static String archiveName() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return "postgres-%s-%s.txz"
        .formatted(
            os.startsWith("mac") ? "darwin" : os.replace(' ', '_'),
            arch.equals("aarch64") ? "arm_64" : arch.equals("amd64") ? "x86_64" : arch);
  }

  private static Path cache(Path fallback) {
    String configured = System.getenv("XDG_CACHE_HOME");
    Path cache =
        configured != null && configured.startsWith("/")
            ? Path.of(configured)
            : Path.of(System.getProperty("user.home"), ".cache");
    Path ours = cache.resolve("customer-focus-platform");
    try {
      Files.createDirectories(ours);
      return Files.isWritable(ours) ? ours : fallback;
    } catch (IOException notWritable) {
      return fallback;
    }
  }

  /// Unpacks beside the target and renames, so that a killed or a second start never sees half of
  /// it.
  private static void unpack(InputStream packed, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Path work = Files.createTempDirectory(target.getParent(), "unpacking-");
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = work.resolve(entry.getName()).normalize();
        if (!file.startsWith(work)) {
          throw new IOException("entry outside of its archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, file);
          if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
          }
        }
      }
      Files.move(work, target);
    } catch (IOException failed) {
      delete(work);
      if (!Files.isExecutable(target.resolve("bin/postgres"))) {
        throw failed;
      }
      // Another start was quicker: its copy is as good.
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path directory, @org.jspecify.annotations.Nullable IOException failed)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
