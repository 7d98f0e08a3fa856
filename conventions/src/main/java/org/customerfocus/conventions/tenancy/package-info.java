/// The tenant of every query: Hibernate's discriminator, PostgreSQL's row-level security, and the
/// check of roles.
@NullMarked
package org.customerfocus.conventions.tenancy;

import org.jspecify.annotations.NullMarked;
