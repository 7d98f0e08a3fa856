/// The one language of rules: what a list's `?filter=` and a segment's rule say. Read from RSQL or
/// from a tree, compiled to a query elsewhere, or matched in memory here, with the same meaning.
///
/// Every comparison is either true or false, never unknown: one with an absent value is false, its
/// negation true. Of a field with several values one has to meet a comparison, and none may meet
/// what a negative comparison denies.
@NullMarked
package org.customerfocus.conventions.rule;

import org.jspecify.annotations.NullMarked;
