/// Results as a table, as a page to read and print, and as a PDF: one report, written in three
/// ways.
@NullMarked
package org.customerfocus.survey.report;

import org.jspecify.annotations.NullMarked;
