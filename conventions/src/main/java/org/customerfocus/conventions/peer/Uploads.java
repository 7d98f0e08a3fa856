package org.customerfocus.conventions.peer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.Ids;
import org.customerfocus.conventions.tenancy.TenantWork;

/// Sends bodies of any size, in pieces: `PUT {path}/pieces/{attempt}/{ordinal}` for each, from 0,
/// and then `PUT {path}` with `{"attempt": …, "pieces": …}`. The body is written to a file first,
/// so that what it is read from is not held for as long as sending takes.
@ApplicationScoped
class Uploads {

  static final int PIECE = 1024 * 1024;

  private final PeerClient peer;
  private final TenantWork work;
  private final Instance<PeerUpload> all;

  Uploads(PeerClient peer, TenantWork work, Instance<PeerUpload> all) {
    this.peer = peer;
    this.work = work;
    this.all = all;
  }

  /// @return the status of the answer: the first that refuses a piece, or the last
  int send(PeerCallRepository.Call call, String upload, Caller as)
      throws IOException, InterruptedException {
    Path spool = Files.createTempFile("upload", null);
    try {
      write(call, upload, as, spool);
      return send(call.path(), as, spool);
    } finally {
      Files.delete(spool);
    }
  }

  private void write(PeerCallRepository.Call call, String upload, Caller as, Path spool) {
    PeerUpload body =
        all.stream()
            .filter(each -> each.name().equals(upload))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Nothing writes " + upload));
    work.as(
        as,
        () -> {
          try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(spool))) {
            body.write(call.body(), to);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return spool;
        });
  }

  private int send(String path, Caller as, Path spool) throws IOException, InterruptedException {
    // Attempts that overlap do not mix.
    UUID attempt = Ids.next();
    int pieces = 0;
    try (InputStream in = Files.newInputStream(spool)) {
      for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
        String at = "%s/pieces/%s/%d".formatted(path, attempt, pieces++);
        int status = peer.put(at, as, "application/octet-stream", piece);
        if (status >= 300) {
          return status;
        }
      }
    }
    String whole = "{\"attempt\": \"%s\", \"pieces\": %d}".formatted(attempt, pieces);
    return peer.put(path, as, "application/json", whole.getBytes(StandardCharsets.UTF_8));
  }
}
