/// Writes: one transaction with its idempotent answer, preconditions, merge patches.
@NullMarked
package org.customerfocus.conventions.command;

import org.jspecify.annotations.NullMarked;
