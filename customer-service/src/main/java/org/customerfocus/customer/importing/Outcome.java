package org.customerfocus.customer.importing;

import java.util.List;
import java.util.Map;

/// What became of a chunk of rows.
///
/// @param refused the rows that were not recorded, with the reasons
record Outcome(Tally tally, Map<FileRow, List<RowFault>> refused) {}
