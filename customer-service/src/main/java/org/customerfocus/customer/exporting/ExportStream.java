package org.customerfocus.customer.exporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;
import org.customerfocus.conventions.csv.CsvTable;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.jboss.logging.Logger;

/// Streams a list, a page at a time, so that memory does not depend on its length. Each page is
/// read when the one before was taken: what changes meanwhile may or may not be in it, but no row
/// is there twice and none that stays is left out.
///
/// A list that breaks off does so for everyone to see: the connection is closed without the end of
/// the answer, which a client must report as an error.
@RequestScoped
class ExportStream {

  static final String CSV = "text/csv";
  static final String NDJSON = "application/x-ndjson";

  private static final Logger LOG = Logger.getLogger(ExportStream.class);

  private final ExportRepository exports;
  private final ObjectMapper json;
  private final CurrentVertxRequest request;

  ExportStream(ExportRepository exports, ObjectMapper json, CurrentVertxRequest request) {
    this.exports = exports;
    this.json = json;
    this.request = request;
  }

  /// What takes the rows.
  @FunctionalInterface
  private interface Sink {
    void take(ObjectNode row) throws IOException;
  }

  /// @param columns asked for once the query is known to be one
  Response csv(
      String name,
      ExportQuery query,
      Supplier<ExportColumns> columns,
      Function<PageQuery, Page<ObjectNode>> pages) {
    // What is wrong with the query is told before the answer begins.
    Page<ObjectNode> first = pages.apply(query.page(null));
    ExportColumns known = columns.get();
    return answer(
        out -> {
          CsvTable table = CsvTable.to(out, known.header());
          each(first, query, pages, row -> table.row(known.cells(row)));
          table.end();
        },
        CSV + ";charset=UTF-8",
        name + ".csv");
  }

  Response ndjson(String name, ExportQuery query, Function<PageQuery, Page<ObjectNode>> pages) {
    Page<ObjectNode> first = pages.apply(query.page(null));
    return answer(
        out -> {
          Writer writer =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 64 * 1024);
          each(
              first,
              query,
              pages,
              row -> {
                writer.write(json.writeValueAsString(row));
                writer.write('\n');
              });
          writer.flush();
        },
        NDJSON,
        name + ".ndjson");
  }

  private void each(
      Page<ObjectNode> first,
      ExportQuery query,
      Function<PageQuery, Page<ObjectNode>> pages,
      Sink sink)
      throws IOException {
    Page<ObjectNode> page = first;
    while (true) {
      for (ObjectNode row : page.items()) {
        sink.take(row);
      }
      String cursor = page.nextCursor();
      if (cursor == null) {
        return;
      }
      exports.forget();
      page = pages.apply(query.page(cursor));
    }
  }

  /// What writes the answer.
  @FunctionalInterface
  private interface Body {
    void write(OutputStream out) throws IOException;
  }

  private Response answer(Body body, String type, String file) {
    StreamingOutput stream =
        out -> {
          try {
            body.write(out);
          } catch (IOException | RuntimeException | Error e) {
            LOG.errorf(e, "The export %s broke off", file);
            breakOff();
            throw e;
          }
        };
    return Response.ok(stream, type)
        .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(file))
        .build();
  }

  private void breakOff() {
    request.getCurrent().request().connection().close();
  }
}
