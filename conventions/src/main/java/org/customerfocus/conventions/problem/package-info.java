/// RFC 9457 problem details: the catalogue of types, and the mapping of every failure to one of
/// them.
@NullMarked
package org.customerfocus.conventions.problem;

import org.jspecify.annotations.NullMarked;
