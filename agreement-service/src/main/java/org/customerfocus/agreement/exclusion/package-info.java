/// Time that both sides agreed not to count.
@NullMarked
package org.customerfocus.agreement.exclusion;

import org.jspecify.annotations.NullMarked;
