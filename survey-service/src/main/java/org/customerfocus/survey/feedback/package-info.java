/// What customers say and show outside of surveys, by any way and in any form.
@NullMarked
package org.customerfocus.survey.feedback;

import org.jspecify.annotations.NullMarked;
