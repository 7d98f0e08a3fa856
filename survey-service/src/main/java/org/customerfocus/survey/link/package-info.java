/// The addresses under which surveys are answered.
@NullMarked
package org.customerfocus.survey.link;

import org.jspecify.annotations.NullMarked;
