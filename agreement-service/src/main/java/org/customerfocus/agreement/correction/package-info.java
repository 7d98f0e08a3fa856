/// What was reported wrongly, put right or taken back; what was recorded before is kept.
@NullMarked
package org.customerfocus.agreement.correction;

import org.jspecify.annotations.NullMarked;
