package org.customerfocus.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/// The log of each process: one file for this run, one for the run before.
final class Logs {
  private static final int TAIL_LINES = 20;
  private static final int TAIL_BYTES = 64 * 1024;

  private Logs() {}

  /// Puts the log of the last run aside, so that the file tells of this run alone.
  static Path begin(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Path log = folder.resolve(name + ".log");
    if (Files.exists(log)) {
      Files.move(log, folder.resolve(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.createFile(log);
    return log;
  }

  /// The last lines of a log, indented, for a message.
  static String tail(Path log) {
    try (var channel = Files.newByteChannel(log)) {
      channel.position(Math.max(0, channel.size() - TAIL_BYTES));
      byte[] end = java.nio.channels.Channels.newInputStream(channel).readAllBytes();
      List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
      return lines.stream()
          .skip(Math.max(0, lines.size() - TAIL_LINES))
          .map(line -> "    " + line)
          .collect(Collectors.joining("\n"));
    } catch (IOException unreadable) {
      return "    (there is no log: " + unreadable.getMessage() + ")";
    }
  }
}
