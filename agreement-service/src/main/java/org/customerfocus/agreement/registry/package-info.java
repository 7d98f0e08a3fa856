/// What customer-service knows: who may sign for whom, and what a customer requires.
@NullMarked
package org.customerfocus.agreement.registry;

import org.jspecify.annotations.NullMarked;
