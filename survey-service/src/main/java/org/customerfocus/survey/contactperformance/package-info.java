/// How far the contact standards were kept, over cases and interactions.
@NullMarked
package org.customerfocus.survey.contactperformance;

import org.jspecify.annotations.NullMarked;
