/// The provider of my provider: what our promises rest on, and whether that is enough.
@NullMarked
package org.customerfocus.agreement.underpinning;

import org.jspecify.annotations.NullMarked;
