package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.customerfocus.local.Options;
import org.customerfocus.local.Platform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// One platform for the whole module, on random ports and in a temporary folder: started before the
/// first test, stopped after the last.
final class Running implements BeforeAllCallback {

  private static final Namespace HERE = Namespace.create(Running.class);

  private static Instance instance;

  /// A platform, what it took to start it, and what is known of it.
  private record Instance(Platform platform, Path data, Duration timeToHealthy, Contract contract) {

    void close() throws IOException {
      if (OS.LINUX.isCurrentOs()) {
        System.out.println("Resident memory after all tests: " + Footprint.of(platform));
      }
      platform.close();
      try (Stream<Path> files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Started started =
        context
            .getRoot()
            .getStore(HERE)
            .computeIfAbsent(Started.class, key -> start(), Started.class);
    // One failure is told by every class, without another attempt that would take as long.
    instance = started.orThrow();
  }

  /// The one attempt to start.
  private record Started(@Nullable Instance instance, @Nullable RuntimeException failure)
      implements AutoCloseable {

    Instance orThrow() {
      if (instance == null) {
        throw new IllegalStateException("The platform did not start", failure);
      }
      return instance;
    }

    @Override
    public void close() throws IOException {
      if (instance != null) {
        instance.close();
      }
    }
  }

  private static Started start() {
    try {
      return new Started(startPlatform(), null);
    } catch (RuntimeException e) {
      return new Started(null, e);
    }
  }

  private static Instance startPlatform() {
    try {
      Path data = Files.createTempDirectory("acceptance-");
      long since = System.nanoTime();
      Platform platform = Platform.start(Options.randomPorts(data));
      Duration timeToHealthy = Duration.ofNanos(System.nanoTime() - since);
      Answer document = new Api(platform.baseUrl(), "").get("/openapi.json").expect(200);
      return new Instance(platform, data, timeToHealthy, new Contract(document.json()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Platform platform() {
    return instance.platform();
  }

  static Duration timeToHealthy() {
    return instance.timeToHealthy();
  }

  static Contract contract() {
    return instance.contract();
  }

  /// The gateway, for a client without a credential.
  static Api api() {
    return new Api(platform().baseUrl(), "");
  }

  static Api operator() {
    String key = platform().operatorKey();
    assertThat(key).isNotBlank();
    return api().as(key);
  }
}
