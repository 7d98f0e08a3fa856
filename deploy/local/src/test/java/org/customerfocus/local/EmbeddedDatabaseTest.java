package org.customerfocus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Only a process that is provably ours is ever ended.
class EmbeddedDatabaseTest {
  @TempDir Path data;

  @Test
  void putsAwayAPidFileThatNamesAnotherProgram() throws IOException {
    Process innocent = new ProcessBuilder("sleep", "60").start();
    try {
      writePidFile(innocent.pid());
      List<String> said = new ArrayList<>();
      EmbeddedDatabase.stopLeftover(data, said::add);
      assertThat(innocent.isAlive()).isTrue();
      assertThat(data.resolve("postmaster.pid")).doesNotExist();
      assertThat(said).isEmpty();
    } finally {
      innocent.destroyForcibly();
    }
  }

  @Test
  void putsAwayAPidFileWhoseProcessIsGone() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    writePidFile(gone.pid());
    EmbeddedDatabase.stopLeftover(data, text -> {});
    assertThat(data.resolve("postmaster.pid")).doesNotExist();
  }

  private void writePidFile(long pid) throws IOException {
    Files.writeString(
        data.resolve("postmaster.pid"),
        pid + "\n" + data + "\n1700000000\n5433\n\n127.0.0.1\n1 2\nready   \n");
  }
}
