/// Results as a page to read and print, and as a PDF: one report, written in two ways.
@NullMarked
package org.customerfocus.survey.report;

import org.jspecify.annotations.NullMarked;
