/// Agreements, their immutable versions and the commitments in them.
@NullMarked
package org.customerfocus.agreement.contract;

import org.jspecify.annotations.NullMarked;
