/// Survey files become responses: column mapping, dry run, resumable jobs, refused rows.
@NullMarked
package org.customerfocus.survey.importing;

import org.jspecify.annotations.NullMarked;
