package org.customerfocus.customer.figures;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.customerfocus.customer.figures.CustomerStatisticsRepository.Bought;
import org.customerfocus.customer.figures.CustomerStatisticsRepository.Referred;
import org.customerfocus.customer.figures.CustomerStatisticsRepository.Stretch;
import org.customerfocus.customer.statistics.Level;

/// Adds up what customers have alike: by counted day, by period, over all periods as one, and by
/// cohort.
final class Tally {

  private static final String CURRENT = "current";

  /// What happened in a span of time.
  ///
  /// @param opening who were current on its eve
  /// @param lost those of them who were not on its last day
  /// @param active who were current on any day of it
  /// @param buyers who bought in it
  /// @param repeaters those of them who had then bought at least twice
  /// @param referrers those of the active who referred somebody in it
  record Happened(
      long opening, long lost, long active, long buyers, long repeaters, long referrers) {}

  private final int size;
  private final CohortBy cohortBy;
  private final RetainedBy retainedBy;
  private final Map<String, long[]> lifecycles = new TreeMap<>();
  private final Map<Integer, long[]> cohorts = new TreeMap<>();
  // One number a period, and a last one for all of them as one.
  private final long[] lost;
  private final long[] active;
  private final long[] buyers;
  private final long[] repeaters;
  private final long[] referrers;
  private final long[] sizes;
  private long made;
  private long won;

  Tally(int size, CohortBy cohortBy, RetainedBy retainedBy) {
    this.size = size;
    this.cohortBy = cohortBy;
    this.retainedBy = retainedBy;
    lost = new long[size + 1];
    active = new long[size + 1];
    buyers = new long[size + 1];
    repeaters = new long[size + 1];
    referrers = new long[size + 1];
    sizes = new long[size];
  }

  void stretches(List<Stretch> all) {
    long kept = 0;
    long[] touching = new long[size + 1];
    for (Stretch each : all) {
      long customers = each.customers();
      if (each.opens() < each.closes()) {
        add(
            lifecycles.computeIfAbsent(each.lifecycle(), key -> new long[size + 1]),
            each.opens(),
            each.closes(),
            customers);
      }
      if (!each.lifecycle().equals(CURRENT)) {
        continue;
      }
      if (each.opens() < each.closes()) {
        leaving(each);
        kept += each.held() && each.closes() > size ? customers : 0;
      }
      if (each.first() < each.past()) {
        add(touching, each.first(), each.past(), customers);
        active[size] += each.touched() ? 0 : customers;
      }
      cohort(each);
    }
    lifecycles.replaceAll((key, changes) -> Level.of(changes));
    lost[size] = at(CURRENT, 0) - kept;
    System.arraycopy(Level.of(touching), 0, active, 0, size);
    if (retainedBy == RetainedBy.LIFECYCLE) {
      cohorts.replaceAll((key, changes) -> Level.of(changes));
    }
  }

  /// Whoever's stretch closes before the last counted day is lost in the period that ends with that
  /// day, unless another one goes on there.
  private void leaving(Stretch each) {
    if (each.closes() <= size) {
      lost[each.closes() - 1] += each.customers();
    }
    if (each.resumed()) {
      lost[each.opens() - 1] -= each.customers();
    }
  }

  private void cohort(Stretch each) {
    if (cohortBy == CohortBy.BECAME_CURRENT && each.head() && within(each.began())) {
      sizes[each.began()] += each.customers();
    }
    if (retainedBy == RetainedBy.LIFECYCLE && within(each.cohort())) {
      // The last day of a period is the counted day after that of its eve.
      int first = Math.max(each.cohort(), each.opens() - 1);
      if (first < each.closes() - 1) {
        add(retained(each.cohort()), first, each.closes() - 1, each.customers());
      }
    }
  }

  void bought(List<Bought> all) {
    for (Bought each : all) {
      long customers = each.customers();
      buyers[each.place()] += customers;
      buyers[size] += each.last() ? customers : 0;
      if (each.repeated()) {
        repeaters[each.place()] += customers;
        repeaters[size] += each.last() ? customers : 0;
      }
      if (cohortBy == CohortBy.FIRST_PURCHASE && each.place() == each.began()) {
        // Of the rows of a customer, one a period, one alone is such.
        sizes[each.began()] += customers;
      }
      if (retainedBy == RetainedBy.PURCHASE
          && within(each.cohort())
          && each.place() >= each.cohort()) {
        retained(each.cohort())[each.place()] += customers;
      }
    }
  }

  void referred(List<Referred> all) {
    for (Referred each : all) {
      referrers[each.place()] += each.active() ? each.customers() : 0;
      referrers[size] += each.head() && each.ever() ? each.customers() : 0;
      made += each.made();
      won += each.won();
    }
  }

  private static void add(long[] changes, int from, int past, long customers) {
    changes[from] += customers;
    if (past < changes.length) {
      changes[past] -= customers;
    }
  }

  private long[] retained(int cohort) {
    return cohorts.computeIfAbsent(cohort, key -> new long[size]);
  }

  private boolean within(int period) {
    return period >= 0 && period < size;
  }

  /// How many were in the phase on a counted day.
  long at(String lifecycle, int day) {
    long[] counts = lifecycles.get(lifecycle);
    return counts == null ? 0 : counts[day];
  }

  /// In the period; that after the last is all of them as one.
  Happened happened(int period) {
    return new Happened(
        at(CURRENT, period == size ? 0 : period),
        lost[period],
        active[period],
        buyers[period],
        repeaters[period],
        referrers[period]);
  }

  /// How many of the period's cohort there are.
  long size(int cohort) {
    return sizes[cohort];
  }

  /// How many of the cohort were retained in the period.
  long retained(int cohort, int period) {
    long[] counts = cohorts.get(cohort);
    return counts == null ? 0 : counts[period];
  }

  /// How many referrals were made.
  long made() {
    return made;
  }

  /// How many of these became customers.
  long won() {
    return won;
  }
}
