/// Databases and roles as every service expects them.
@NullMarked
package org.customerfocus.conventions.provisioning;

import org.jspecify.annotations.NullMarked;
