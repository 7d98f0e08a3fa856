/// The credentials of a tenant's programs: shown once, kept as digests.
@NullMarked
package org.customerfocus.gateway.apikey;

import org.jspecify.annotations.NullMarked;
