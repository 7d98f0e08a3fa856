/// Pages for people to read and print.
@NullMarked
package org.customerfocus.conventions.html;

import org.jspecify.annotations.NullMarked;
