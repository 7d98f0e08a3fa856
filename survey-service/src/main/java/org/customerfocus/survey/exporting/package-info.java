/// The responses to a survey version as files of any length.
@NullMarked
package org.customerfocus.survey.exporting;

import org.jspecify.annotations.NullMarked;
