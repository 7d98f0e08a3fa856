/// Merging two records of one party, and undoing it. What refers to a party is found by the foreign
/// keys of the database, so that a feature made later is merged without a word here.
@NullMarked
package org.customerfocus.customer.merge;

import org.jspecify.annotations.NullMarked;
