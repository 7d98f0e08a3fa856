/// The one shape of every statistic.
@NullMarked
package org.customerfocus.conventions.figure;

import org.jspecify.annotations.NullMarked;
