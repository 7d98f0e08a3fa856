package org.customerfocus.survey.response;

import java.util.List;

/// Responses have become whole, or say something else than before, told within the transaction in
/// which they do. Of anonymous ones nothing is told.
///
/// @param amended whether they were whole before
public record ResponsesCompleted(List<Completed> responses, boolean amended) {}
