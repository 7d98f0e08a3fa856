/// How reports of sources are taken in, many at once and each of them once: read without an object
/// a field, copied into a temporary table, and settled there in a few statements.
@NullMarked
package org.customerfocus.agreement.ingest;

import org.jspecify.annotations.NullMarked;
