/// Probabilistic record linkage after Fellegi and Sunter: which two records describe one person or
/// organisation, how surely, and why. Pure functions over [Profile]s; no framework, no clock, no
/// chance that is not seeded.
///
/// Sources:
/// - I. P. Fellegi, A. B. Sunter, *A theory for record linkage*, JASA 64 (1969) 1183–1210: the
///   likelihood ratio m/u per compared field.
/// - W. E. Winkler, *Using the EM algorithm for weight computation in the Fellegi–Sunter model*,
///   ASA Survey Research Methods (1988), and *Improved decision rules in the Fellegi–Sunter model*
///   (1993): estimation without labels, and the class of pairs that share a household.
/// - M. D. Larsen, D. B. Rubin, *Iterative automated record linkage using mixture models*, JASA 96
///   (2001) 32–41: non-matches as a mixture.
/// - R. Linacre, S. Lindsay, T. Manassis, Z. Slade, T. Hepworth, *Splink: free software for
///   probabilistic record linkage at scale*, IJPDS 7 (2022): u from random pairs, m by one EM per
///   blocking pass over the fields that the pass does not use, term-frequency adjustment.
/// - M. A. Hernández, S. J. Stolfo, *The merge/purge problem for large databases*, SIGMOD (1995):
///   the sorted neighbourhood that bounds a large block.
@NullMarked
package org.customerfocus.customer.matching;

import org.jspecify.annotations.NullMarked;
