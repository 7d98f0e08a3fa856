/// Whom a campaign of another service reaches: customers, and people through them.
@NullMarked
package org.customerfocus.customer.audience;

import org.jspecify.annotations.NullMarked;
