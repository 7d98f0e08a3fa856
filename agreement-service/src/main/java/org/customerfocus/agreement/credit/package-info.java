/// What a provider owes for a promise that was not kept, or earns for one that was exceeded.
///
/// Plain Java with no framework. Everything is exact: attainments are fractions that are compared
/// by cross-multiplication, money is rounded once, half-up, at the scale of its currency.
@NullMarked
package org.customerfocus.agreement.credit;

import org.jspecify.annotations.NullMarked;
