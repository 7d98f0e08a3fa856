package org.customerfocus.customer.exporting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.function.Supplier;
import org.customerfocus.conventions.http.FileStream;
import org.customerfocus.conventions.http.FileStream.Source;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;

/// Streams a list, a page at a time. Each page is read when the one before was taken: what changes
/// meanwhile may or may not be in it, but no row is there twice and none that stays is left out.
@RequestScoped
class ExportStream {

  private final ExportRepository exports;
  private final FileStream files;

  ExportStream(ExportRepository exports, FileStream files) {
    this.exports = exports;
    this.files = files;
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
    return files.csv(name + ".csv", known.header(), known::cells, all(first, query, pages));
  }

  Response ndjson(String name, ExportQuery query, Function<PageQuery, Page<ObjectNode>> pages) {
    Page<ObjectNode> first = pages.apply(query.page(null));
    return files.lines(name + ".ndjson", FileStream.NDJSON, all(first, query, pages));
  }

  private Source<ObjectNode> all(
      Page<ObjectNode> first, ExportQuery query, Function<PageQuery, Page<ObjectNode>> pages) {
    return sink -> {
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
    };
  }
}
