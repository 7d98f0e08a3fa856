/// The figures of each question, whole and split, with small cells withheld.
@NullMarked
package org.customerfocus.survey.results;

import org.jspecify.annotations.NullMarked;
