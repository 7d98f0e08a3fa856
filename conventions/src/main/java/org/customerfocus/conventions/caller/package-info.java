/// Who is calling: the identity behind a request or a job, how it is established and which scopes
/// an operation asks for.
@NullMarked
package org.customerfocus.conventions.caller;

import org.jspecify.annotations.NullMarked;
