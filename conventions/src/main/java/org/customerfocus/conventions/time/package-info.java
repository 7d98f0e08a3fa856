/// One clock for everything that is recorded.
@NullMarked
package org.customerfocus.conventions.time;

import org.jspecify.annotations.NullMarked;
