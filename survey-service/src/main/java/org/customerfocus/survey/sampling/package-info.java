/// How many to ask and whom: pure functions.
@NullMarked
package org.customerfocus.survey.sampling;

import org.jspecify.annotations.NullMarked;
