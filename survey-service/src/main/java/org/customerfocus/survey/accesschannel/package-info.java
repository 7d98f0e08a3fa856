/// Ways by which customers reach the provider, and what is promised on each.
@NullMarked
package org.customerfocus.survey.accesschannel;

import org.jspecify.annotations.NullMarked;
