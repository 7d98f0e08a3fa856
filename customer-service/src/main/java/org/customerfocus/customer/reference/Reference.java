package org.customerfocus.customer.reference;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One of the things that a request refers to.
///
/// @param id null refers to nothing, which is always there
/// @param pointer of the id in the body
public record Reference(Target target, @Nullable UUID id, String pointer) {}
