/// What a survey asks, and what a valid answer to it is.
@NullMarked
package org.customerfocus.survey.questionnaire;

import org.jspecify.annotations.NullMarked;
