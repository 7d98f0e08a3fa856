/// Consents: what a party allowed or refused, for which purpose over which channel, on which legal
/// basis; and whether it may be contacted.
@NullMarked
package org.customerfocus.customer.consent;

import org.jspecify.annotations.NullMarked;
