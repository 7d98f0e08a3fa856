/// Audit and event rows written with each change, the sealer that orders them, and the feed that
/// serves them.
@NullMarked
package org.customerfocus.conventions.journal;

import org.jspecify.annotations.NullMarked;
