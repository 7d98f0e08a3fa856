/// One index of several questions.
@NullMarked
package org.customerfocus.survey.index;

import org.jspecify.annotations.NullMarked;
