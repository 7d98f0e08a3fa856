/// Internal tokens: ES256 JWTs that processes sign with their own key and verify with the published
/// ones.
@NullMarked
package org.customerfocus.conventions.token;

import org.jspecify.annotations.NullMarked;
