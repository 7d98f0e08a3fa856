/// What agreement-service asks before an agreement is proposed and signed.
@NullMarked
package org.customerfocus.customer.agreement;

import org.jspecify.annotations.NullMarked;
