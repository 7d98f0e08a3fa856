/// What this service knows of a party, handed in and erased on request.
@NullMarked
package org.customerfocus.survey.privacy;

import org.jspecify.annotations.NullMarked;
