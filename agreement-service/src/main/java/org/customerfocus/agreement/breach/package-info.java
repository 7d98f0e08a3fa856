/// Promises that were not kept: detected with the result of a period, explained by people, and
/// traced to the promises upstream that were not kept either.
@NullMarked
package org.customerfocus.agreement.breach;

import org.jspecify.annotations.NullMarked;
