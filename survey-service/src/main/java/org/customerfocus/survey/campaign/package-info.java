/// Campaigns: whom to ask, when and how.
@NullMarked
package org.customerfocus.survey.campaign;

import org.jspecify.annotations.NullMarked;
