/// Metrics: what is counted, and when one occurrence is good.
@NullMarked
package org.customerfocus.agreement.metric;

import org.jspecify.annotations.NullMarked;
