/// What a tenant records of its parties and customers beyond what the platform knows by itself.
@NullMarked
package org.customerfocus.customer.attribute;

import org.jspecify.annotations.NullMarked;
