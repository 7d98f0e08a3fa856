/// Files that belong to cases, kept in the database.
@NullMarked
package org.customerfocus.survey.attachment;

import org.jspecify.annotations.NullMarked;
