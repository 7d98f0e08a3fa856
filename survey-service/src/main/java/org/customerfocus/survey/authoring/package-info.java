/// Surveys as they are being written, and the immutable versions published from them.
@NullMarked
package org.customerfocus.survey.authoring;

import org.jspecify.annotations.NullMarked;
