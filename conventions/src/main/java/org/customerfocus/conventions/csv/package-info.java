/// Tables as files: read one row at a time, whatever their length, and written.
@NullMarked
package org.customerfocus.conventions.csv;

import org.jspecify.annotations.NullMarked;
