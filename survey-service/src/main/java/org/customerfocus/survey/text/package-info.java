/// What texts speak of: words, phrases, and themes that they form. Pure computation.
@NullMarked
package org.customerfocus.survey.text;

import org.jspecify.annotations.NullMarked;
