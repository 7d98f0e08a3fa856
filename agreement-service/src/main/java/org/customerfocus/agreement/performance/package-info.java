/// How far commitments were kept: what was measured, counted by what was agreed.
@NullMarked
package org.customerfocus.agreement.performance;

import org.jspecify.annotations.NullMarked;
