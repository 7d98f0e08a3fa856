package org.customerfocus.conventions.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.customerfocus.conventions.csv.CsvTable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Answers files of any length, written while they are sent: whoever gives the rows reads them a
/// page at a time, so that memory does not depend on their number.
///
/// A file that breaks off does so for everyone to see: the connection is closed without the end of
/// the answer, which a client must report as an error.
@ApplicationScoped
public class FileStream {

  public static final String CSV = "text/csv";
  public static final String NDJSON = "application/x-ndjson";

  private static final Logger LOG = Logger.getLogger(FileStream.class);
  private static final int BUFFER = 64 * 1024;

  private final ObjectMapper json;
  private final CurrentVertxRequest request;

  FileStream(ObjectMapper json, CurrentVertxRequest request) {
    this.json = json;
    this.request = request;
  }

  /// What takes the rows.
  @FunctionalInterface
  public interface Sink<T> {
    void take(T row) throws IOException;
  }

  /// What gives the rows, all of them, one after the other.
  @FunctionalInterface
  public interface Source<T> {
    void each(Sink<T> sink) throws IOException;
  }

  /// A table, one row each.
  ///
  /// @param file its name
  public <T> Response csv(
      String file, String[] header, Function<T, @Nullable Object[]> cells, Source<T> rows) {
    return answer(
        file,
        CSV + ";charset=UTF-8",
        out -> {
          CsvTable table = CsvTable.to(out, header);
          rows.each(row -> table.row(cells.apply(row)));
          table.end();
        });
  }

  /// One JSON object a line.
  ///
  /// @param file its name
  /// @param type the media type, such as [#NDJSON]
  public <T> Response lines(String file, String type, Source<T> rows) {
    return answer(
        file,
        type,
        out -> {
          Writer writer =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
          rows.each(
              row -> {
                writer.write(json.writeValueAsString(row));
                writer.write('\n');
              });
          writer.flush();
        });
  }

  /// What writes a file.
  @FunctionalInterface
  public interface Body {
    void write(OutputStream out) throws IOException;
  }

  /// A file of any kind.
  ///
  /// @param file its name
  public Response answer(String file, String type, Body body) {
    StreamingOutput stream =
        out -> {
          try {
            body.write(out);
          } catch (IOException | RuntimeException | Error e) {
            LOG.errorf(e, "The file %s broke off", file);
            breakOff();
            throw e;
          }
        };
    return Response.ok(stream, type)
        .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(file))
        .build();
  }

  /// Closes the connection, and comes back once it is closed: the end of the answer, which would be
  /// put behind what a slow client has not taken yet, would make the file look whole.
  private void breakOff() {
    request
        .getCurrent()
        .request()
        .connection()
        .close()
        .toCompletionStage()
        .handle((closed, failure) -> null)
        .toCompletableFuture()
        .join();
  }
}
