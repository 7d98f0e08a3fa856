/// Keyset lists: filter, sort, cursor and page.
@NullMarked
package org.customerfocus.conventions.page;

import org.jspecify.annotations.NullMarked;
