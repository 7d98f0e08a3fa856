/// What was reported is counted: who recorded it has marked its metric and times.
@NullMarked
package org.customerfocus.agreement.recount;

import org.jspecify.annotations.NullMarked;
