/// What respondents read, in their language: a survey's own texts, and what the platform says.
@NullMarked
package org.customerfocus.survey.wording;

import org.jspecify.annotations.NullMarked;
