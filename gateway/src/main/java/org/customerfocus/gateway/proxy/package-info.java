/// A streaming reverse proxy that is strict about what it lets through: bodies are never gathered,
/// and nothing that a client says about itself or about the connection reaches a service.
@NullMarked
package org.customerfocus.gateway.proxy;

import org.jspecify.annotations.NullMarked;
