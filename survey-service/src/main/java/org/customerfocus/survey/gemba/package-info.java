/// Going to see the product in use: visits, what was observed, what was learned, and who went.
@NullMarked
package org.customerfocus.survey.gemba;

import org.jspecify.annotations.NullMarked;
