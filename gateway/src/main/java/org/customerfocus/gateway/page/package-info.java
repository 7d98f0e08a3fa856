/// The gateway's pages: the contract, the API reference, and what each kind of problem means.
@NullMarked
package org.customerfocus.gateway.page;

import org.jspecify.annotations.NullMarked;
