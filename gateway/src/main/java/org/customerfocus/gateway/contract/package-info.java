/// The public contract: the OpenAPI documents of the services and of the gateway itself, merged
/// into the one that is published and that requests are routed by.
@NullMarked
package org.customerfocus.gateway.contract;

import org.jspecify.annotations.NullMarked;
