/// How far what customers perceive lies from what they expect.
@NullMarked
package org.customerfocus.survey.gap;

import org.jspecify.annotations.NullMarked;
