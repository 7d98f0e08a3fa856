/// Themes: what many say in their own words, in surveys or otherwise.
@NullMarked
package org.customerfocus.survey.theme;

import org.jspecify.annotations.NullMarked;
