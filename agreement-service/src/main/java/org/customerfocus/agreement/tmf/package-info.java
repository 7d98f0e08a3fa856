/// Agreements as documents of TM Forum's Agreement Management API (TMF651), version 4.
@NullMarked
package org.customerfocus.agreement.tmf;

import org.jspecify.annotations.NullMarked;
