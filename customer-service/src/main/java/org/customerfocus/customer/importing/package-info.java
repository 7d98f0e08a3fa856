/// Files of customers, parties and purchases: mapping, dry run, progress, refused rows.
@NullMarked
package org.customerfocus.customer.importing;

import org.jspecify.annotations.NullMarked;
