/// When timers were started, paused, resumed and stopped: what response and resolution times are
/// measured by.
@NullMarked
package org.customerfocus.agreement.timer;

import org.jspecify.annotations.NullMarked;
