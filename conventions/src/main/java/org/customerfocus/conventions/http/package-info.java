/// What every HTTP answer shares: request ids, parameter conversion, JSON settings.
@NullMarked
package org.customerfocus.conventions.http;

import org.jspecify.annotations.NullMarked;
