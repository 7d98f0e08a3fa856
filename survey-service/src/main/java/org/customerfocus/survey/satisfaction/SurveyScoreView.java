package org.customerfocus.survey.satisfaction;

import org.customerfocus.conventions.figure.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A survey's score in a time, for a service that keeps what it was told.
///
/// @param threshold of its anonymity: scores of the same time that fewer answers lie between would
///   tell of those
@Schema(hidden = true)
record SurveyScoreView(Figure figure, int threshold) {}
