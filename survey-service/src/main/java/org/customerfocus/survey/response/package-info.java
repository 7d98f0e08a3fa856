/// What people answered: recorded exactly once, one typed row an answer.
@NullMarked
package org.customerfocus.survey.response;

import org.jspecify.annotations.NullMarked;
