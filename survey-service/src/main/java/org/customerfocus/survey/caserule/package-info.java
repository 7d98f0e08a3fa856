/// Rules by which responses and feedback open cases, in the moment in which they come and for those
/// that were there before.
@NullMarked
package org.customerfocus.survey.caserule;

import org.jspecify.annotations.NullMarked;
