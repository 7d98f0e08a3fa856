/// Service credits and rewards: proposed by the final results of periods, approved and settled by
/// people, and never granted twice.
@NullMarked
package org.customerfocus.agreement.servicecredit;

import org.jspecify.annotations.NullMarked;
