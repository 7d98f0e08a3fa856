/// From evidence to a change that is verified, and told to those whose words led to it.
@NullMarked
package org.customerfocus.survey.improvement;

import org.jspecify.annotations.NullMarked;
