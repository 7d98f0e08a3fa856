package org.customerfocus.survey.response;

import java.util.List;

/// Responses have become whole, told within the transaction in which they do. Of anonymous ones
/// nothing is told.
public record ResponsesCompleted(List<Completed> responses) {}
