/// Who a credential stands for, and the internal token that is passed on in its place.
@NullMarked
package org.customerfocus.gateway.access;

import org.jspecify.annotations.NullMarked;
