/// Privacy requests: what the platform knows of a party in one archive, and its erasure in all
/// services.
@NullMarked
package org.customerfocus.customer.privacy;

import org.jspecify.annotations.NullMarked;
