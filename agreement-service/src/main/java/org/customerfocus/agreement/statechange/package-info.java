/// When something became good, bad or unknown: what shares of time are measured by.
@NullMarked
package org.customerfocus.agreement.statechange;

import org.jspecify.annotations.NullMarked;
