/// The pages on which respondents answer.
@NullMarked
package org.customerfocus.survey.page;

import org.jspecify.annotations.NullMarked;
