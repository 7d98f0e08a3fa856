/// Units that values are told in: built-in ones, and the tenant's own.
@NullMarked
package org.customerfocus.agreement.unit;

import org.jspecify.annotations.NullMarked;
