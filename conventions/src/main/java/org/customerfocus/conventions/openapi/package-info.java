/// What the conventions add to each service's OpenAPI document.
@NullMarked
package org.customerfocus.conventions.openapi;

import org.jspecify.annotations.NullMarked;
