package org.customerfocus.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Free ports, and who holds one that is not.
final class Ports {
  private static final byte[] LOCALHOST = {127, 0, 0, 1};

  private Ports() {}

  /// The port itself when it is free, any free one for 0.
  ///
  /// @throws Failure naming the port, its holder where the system tells, and the option to change
  ///   it
  static int claim(int port, String option) {
    // Bound to the very address the process will use: a server on every address blocks it as well.
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOCALHOST), port));
      return socket.getLocalPort();
    } catch (IOException taken) {
      throw new Failure(
          "port %d is taken%s: stop that program, or choose another port with %s"
              .formatted(port, holder(port).map(name -> " by " + name).orElse(""), option),
          taken);
    }
  }

  /// Program and process that listen on a port, as far as this user may see them.
  static Optional<String> holder(int port) {
    return pid(port)
        .map(
            pid ->
                ProcessHandle.of(pid)
                        .flatMap(process -> process.info().command())
                        .map(command -> String.valueOf(Path.of(command).getFileName()))
                        .orElse("a program")
                    + " (process "
                    + pid
                    + ")");
  }

  private static Optional<Long> pid(int port) {
    try {
      return Files.isDirectory(Path.of("/proc/net")) ? pidFromProc(port) : pidFromLsof(port);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /// Linux: the socket's inode from the tables of the kernel, then the process that has it open.
  private static Optional<Long> pidFromProc(int port) throws IOException {
    Set<String> sockets = new HashSet<>();
    String suffix = ":%04X".formatted(port);
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      if (!Files.isReadable(Path.of(table))) {
        continue;
      }
      for (String line : Files.readAllLines(Path.of(table))) {
        String[] column = line.strip().split("\\s+", -1);
        boolean listening = column.length > 9 && column[3].equals("0A");
        if (listening && column[1].endsWith(suffix)) {
          sockets.add("socket:[" + column[9] + "]");
        }
      }
    }
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> holdsAny(pid, sockets))
        .findFirst();
  }

  private static boolean holdsAny(long pid, Set<String> sockets) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (Path file : open) {
        if (sockets.contains(Files.readSymbolicLink(file).toString())) {
          return true;
        }
      }
    } catch (IOException | RuntimeException goneOrNotOurs) {
      // A process of another user, or one that has just ended.
    }
    return false;
  }

  private static Optional<Long> pidFromLsof(int port) throws IOException {
    Process lsof =
        new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return output.lines().findFirst().map(line -> Long.parseLong(line.strip()));
  }
}
