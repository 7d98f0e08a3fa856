/// The form that enumerations have in JSON and in the database.
@NullMarked
package org.customerfocus.conventions.wire;

import org.jspecify.annotations.NullMarked;
