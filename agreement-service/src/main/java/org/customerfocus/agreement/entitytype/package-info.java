/// What services are counted in, such as orders, deliveries and visits.
@NullMarked
package org.customerfocus.agreement.entitytype;

import org.jspecify.annotations.NullMarked;
