/// How many responses of which kind a survey takes.
@NullMarked
package org.customerfocus.survey.quota;

import org.jspecify.annotations.NullMarked;
