package org.customerfocus.conventions.http;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Ends this process when the one that started it is gone, so that a launcher that is killed leaves
/// nothing behind.
class ParentWatch {

  private static final Logger LOG = Logger.getLogger(ParentWatch.class);

  void watch(
      @Observes StartupEvent start,
      @ConfigProperty(name = "customerfocus.exit-with-parent", defaultValue = "false")
          boolean enabled) {
    if (!enabled) {
      return;
    }
    ProcessHandle.current().parent().map(ProcessHandle::onExit).ifPresent(ParentWatch::stopAfter);
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
