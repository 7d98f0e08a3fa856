/// Persons and organisations, whatever they are to anyone.
@NullMarked
package org.customerfocus.customer.party;

import org.jspecify.annotations.NullMarked;
