/// Words in several languages.
@NullMarked
package org.customerfocus.agreement.wording;

import org.jspecify.annotations.NullMarked;
