/// The only public door: decides of each request whose it is, whether it may pass and where to.
@NullMarked
package org.customerfocus.gateway.door;

import org.jspecify.annotations.NullMarked;
