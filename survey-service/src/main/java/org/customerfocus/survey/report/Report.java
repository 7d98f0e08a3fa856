package org.customerfocus.survey.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report, in whatever form it is written.
record Report(String title, String summary, List<Section> sections) {

  /// One question, or what else there is to tell.
  ///
  /// @param id of the section in its page
  /// @param note a sentence about its figures, or why there are none
  record Section(String id, String heading, String note, List<Exhibit> exhibits) {}

  /// A plot, where there is something to plot, and the table behind it.
  record Exhibit(@Nullable Plot plot, Table table) {}

  /// Rows begin with what they are about.
  record Table(String caption, List<String> columns, List<Row> rows) {}

  /// One row of a table.
  record Row(String name, List<String> cells) {}
}
