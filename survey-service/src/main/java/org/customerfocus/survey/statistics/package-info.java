/// Satisfaction statistics as records and static functions, without any framework.
///
/// Every function starts from what a query has already counted. Units: shares and scores are ratios
/// (0…1, Net Promoter Score −1…1); pages and the API turn scores into points.
@NullMarked
package org.customerfocus.survey.statistics;

import org.jspecify.annotations.NullMarked;
