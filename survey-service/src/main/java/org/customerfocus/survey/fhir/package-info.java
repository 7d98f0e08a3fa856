/// Questionnaires as FHIR R5 has them: written from surveys, and read into surveys.
@NullMarked
package org.customerfocus.survey.fhir;

import org.jspecify.annotations.NullMarked;
