/// Satisfaction over all surveys: scores by role and segment, the degree to which requirements are
/// met, and what has changed.
@NullMarked
package org.customerfocus.survey.satisfaction;

import org.jspecify.annotations.NullMarked;
