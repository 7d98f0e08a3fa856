/// Promises to get in touch again, and whether they were kept.
@NullMarked
package org.customerfocus.survey.followup;

import org.jspecify.annotations.NullMarked;
