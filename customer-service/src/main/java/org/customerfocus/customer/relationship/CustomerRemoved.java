package org.customerfocus.customer.relationship;

import java.util.UUID;

/// A customer is about to be deleted: what counts it lets go of it first, in the same transaction.
public record CustomerRemoved(UUID customerId) {}
