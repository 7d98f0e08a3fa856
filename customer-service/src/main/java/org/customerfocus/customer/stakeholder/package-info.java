/// Who influences, is influenced or benefits indirectly, whether or not they use anything.
@NullMarked
package org.customerfocus.customer.stakeholder;

import org.jspecify.annotations.NullMarked;
