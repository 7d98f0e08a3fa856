/// Whether scores differ: of segments, waves, versions, campaigns and surveys.
@NullMarked
package org.customerfocus.survey.comparison;

import org.jspecify.annotations.NullMarked;
