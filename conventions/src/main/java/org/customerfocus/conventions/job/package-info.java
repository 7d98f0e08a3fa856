/// Jobs that work through a file: kept in pieces, leased to one worker at a time, worked on some
/// rows a transaction, and taken up again where the last transaction ended.
@NullMarked
package org.customerfocus.conventions.job;

import org.jspecify.annotations.NullMarked;
