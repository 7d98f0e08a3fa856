/// The segments of customer-service that things of this service name.
@NullMarked
package org.customerfocus.survey.segment;

import org.jspecify.annotations.NullMarked;
