/// Files of feedback, such as complaints kept elsewhere: column mapping, dry run, resumable jobs,
/// refused rows.
@NullMarked
package org.customerfocus.survey.feedbackimport;

import org.jspecify.annotations.NullMarked;
