/// How customers are listened to: the methods, and whom they reach.
@NullMarked
package org.customerfocus.survey.listening;

import org.jspecify.annotations.NullMarked;
