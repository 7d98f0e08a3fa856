/// Whether those who complained were won back.
@NullMarked
package org.customerfocus.survey.recovery;

import org.jspecify.annotations.NullMarked;
