package org.customerfocus.conventions.http;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Ends this process when the one that started it is gone, so that a launcher that is killed leaves
/// nothing behind.
class ParentWatch {

  private static final Logger LOG = Logger.getLogger(ParentWatch.class);

  /// @param launcher the process to end with. It is named, since a launcher that is killed while
  ///   this process still starts has left it to another parent by now, which may live forever
  void watch(
      @Observes StartupEvent start,
      @ConfigProperty(name = "customerfocus.exit-with-parent") Optional<Long> launcher) {
    launcher
        .map(pid -> ProcessHandle.of(pid).map(ProcessHandle::onExit).orElseGet(ParentWatch::gone))
        .ifPresent(ParentWatch::stopAfter);
  }

  private static CompletableFuture<ProcessHandle> gone() {
    return CompletableFuture.completedFuture(null);
  }

  private static void stopAfter(CompletableFuture<ProcessHandle> parentsEnd) {
    Thread.ofVirtual()
        .name("parent-watch")
        .start(
            () -> {
              parentsEnd.join();
              LOG.info("The process that started this one is gone: stopping");
              Quarkus.asyncExit();
            });
  }
}
