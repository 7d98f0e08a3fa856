/// Whether what is promised downstream is supported by what was promised upstream.
///
/// Plain Java with no framework; exact decimals. Dependencies are serial: the promise needs every
/// one of them. Independence is assumed where shares are multiplied, and said in the answer.
@NullMarked
package org.customerfocus.agreement.supportchain;

import org.jspecify.annotations.NullMarked;
