/// How many answered what: counts that are kept up to date, and counts that are made anew.
@NullMarked
package org.customerfocus.survey.counting;

import org.jspecify.annotations.NullMarked;
