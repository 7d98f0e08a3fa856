/// How people get to a survey: e-mails with their reminders, codes to scan, pieces of web pages;
/// and how they are left alone from then on.
@NullMarked
package org.customerfocus.survey.delivery;

import org.jspecify.annotations.NullMarked;
