package org.customerfocus.survey.feedback;

import java.util.List;

/// Feedback was recorded, told within the transaction that does so.
public record FeedbackRecorded(List<Heard> feedback) {}
