/// Who wants no more surveys, from the moment at which they said so.
@NullMarked
package org.customerfocus.survey.suppression;

import org.jspecify.annotations.NullMarked;
