/// Numbers that are kept exactly, and how exact they may be.
@NullMarked
package org.customerfocus.agreement.number;

import org.jspecify.annotations.NullMarked;
