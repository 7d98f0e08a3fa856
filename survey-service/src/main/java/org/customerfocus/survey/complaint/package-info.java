/// Cases: complaints and whatever else has to be seen to, through the stages of ISO 10002.
@NullMarked
package org.customerfocus.survey.complaint;

import org.jspecify.annotations.NullMarked;
