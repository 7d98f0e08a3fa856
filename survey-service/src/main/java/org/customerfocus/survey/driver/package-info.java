/// What drives an outcome: the share of its variance that each item explains, against how well it
/// is done.
@NullMarked
package org.customerfocus.survey.driver;

import org.jspecify.annotations.NullMarked;
