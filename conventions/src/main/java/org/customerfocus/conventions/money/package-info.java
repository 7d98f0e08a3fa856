/// Amounts of money.
@NullMarked
package org.customerfocus.conventions.money;

import org.jspecify.annotations.NullMarked;
