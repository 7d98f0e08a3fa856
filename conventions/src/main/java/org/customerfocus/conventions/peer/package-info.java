/// Other services of the platform, as this one meets them: their events, read in order and acted on
/// once; and calls to them, made when the transaction that wants them has committed.
@NullMarked
package org.customerfocus.conventions.peer;

import org.jspecify.annotations.NullMarked;
