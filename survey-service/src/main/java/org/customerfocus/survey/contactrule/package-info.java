/// How often people may be asked, over all campaigns and channels.
@NullMarked
package org.customerfocus.survey.contactrule;

import org.jspecify.annotations.NullMarked;
