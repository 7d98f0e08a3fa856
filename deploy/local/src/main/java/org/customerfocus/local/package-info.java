/// Starts the whole platform on one machine: a real PostgreSQL and the four processes, with nothing
/// left running afterwards, however the launcher ends.
@NullMarked
package org.customerfocus.local;

import org.jspecify.annotations.NullMarked;
