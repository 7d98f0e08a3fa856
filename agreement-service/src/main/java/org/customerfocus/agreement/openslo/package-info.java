/// Service level objectives in OpenSLO v1: read with its rules, mapped to metrics and commitments,
/// and written back. The specification is that of the OpenSLO project,
/// https://github.com/OpenSLO/OpenSLO.
@NullMarked
package org.customerfocus.agreement.openslo;

import org.jspecify.annotations.NullMarked;
