/// What every service does for a privacy request: it hands in what it knows of a party, erases it,
/// and tells customer-service so.
@NullMarked
package org.customerfocus.conventions.privacy;

import org.jspecify.annotations.NullMarked;
