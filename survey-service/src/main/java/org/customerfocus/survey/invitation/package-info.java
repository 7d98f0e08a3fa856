/// The ledger of invitations: offered, delivered, opened, started, completed.
@NullMarked
package org.customerfocus.survey.invitation;

import org.jspecify.annotations.NullMarked;
