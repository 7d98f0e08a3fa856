/// Customer statistics: how many customers there are of which kind over time, and how loyal they
/// are.
@NullMarked
package org.customerfocus.customer.figures;

import org.jspecify.annotations.NullMarked;
