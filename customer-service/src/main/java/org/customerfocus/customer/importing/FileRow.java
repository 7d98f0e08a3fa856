package org.customerfocus.customer.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.customerfocus.conventions.job.Rows;
import org.jspecify.annotations.Nullable;

/// One row of a file as a document: the same for both formats.
///
/// @param number as a spreadsheet numbers rows, or the line of an NDJSON file
/// @param cells the row as it stands in the file, so that it can be handed back; an NDJSON line is
///   one cell
/// @param document what the row says; null where it cannot be told
/// @param identity the cell of the mapping's identity column; null where there is none
/// @param faults why it cannot
record FileRow(
    long number,
    List<String> cells,
    @Nullable ObjectNode document,
    @Nullable String identity,
    List<RowFault> faults)
    implements Rows.Row {}
