package org.customerfocus.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.customerfocus.local.Platform;

/// What memory the five processes hold: their proportional set size, in which what several share
/// counts once.
///
/// @param mebibytes by process
record Footprint(Map<String, Long> mebibytes) {

  static Footprint of(Platform platform) {
    Map<String, Long> mebibytes = new TreeMap<>();
    for (String name : List.of("customer", "survey", "agreement", "gateway")) {
      mebibytes.put(name, memory(platform.service(name).pid()));
    }
    mebibytes.put("postgres", memory(Objects.requireNonNull(platform.database()).pid()));
    return new Footprint(mebibytes);
  }

  long total() {
    return mebibytes.values().stream().mapToLong(Long::longValue).sum();
  }

  /// Of a process and all that it has started.
  private static long memory(long pid) {
    long kibibytes =
        ProcessHandle.of(pid).stream()
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .mapToLong(process -> proportional(process.pid()))
            .sum();
    return kibibytes / 1024;
  }

  private static long proportional(long pid) {
    Path file = Path.of("/proc/" + pid + "/smaps_rollup");
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d MiB %s", total(), mebibytes);
  }
}
