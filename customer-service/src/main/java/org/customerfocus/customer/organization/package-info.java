/// Who belongs to an organisation, who uses what it buys, and who may sign for it.
@NullMarked
package org.customerfocus.customer.organization;

import org.jspecify.annotations.NullMarked;
