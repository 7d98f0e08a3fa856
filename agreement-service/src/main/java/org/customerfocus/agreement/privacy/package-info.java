/// What this service knows of a party, handed in and erased on request.
@NullMarked
package org.customerfocus.agreement.privacy;

import org.jspecify.annotations.NullMarked;
