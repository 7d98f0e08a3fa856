/// Whether people may be asked: what they said here and in customer-service, as one answer.
@NullMarked
package org.customerfocus.survey.permission;

import org.jspecify.annotations.NullMarked;
