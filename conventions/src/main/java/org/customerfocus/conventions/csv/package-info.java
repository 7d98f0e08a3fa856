/// Tables as files.
@NullMarked
package org.customerfocus.conventions.csv;

import org.jspecify.annotations.NullMarked;
