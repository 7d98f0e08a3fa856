/// Those who share the platform, each seeing only what is theirs.
@NullMarked
package org.customerfocus.gateway.tenant;

import org.jspecify.annotations.NullMarked;
