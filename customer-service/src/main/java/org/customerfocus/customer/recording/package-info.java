/// Records what other systems report, each thing once.
@NullMarked
package org.customerfocus.customer.recording;

import org.jspecify.annotations.NullMarked;
