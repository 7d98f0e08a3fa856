/// Survey templates: ready questionnaires that are the same for every tenant.
@NullMarked
package org.customerfocus.survey.template;

import org.jspecify.annotations.NullMarked;
