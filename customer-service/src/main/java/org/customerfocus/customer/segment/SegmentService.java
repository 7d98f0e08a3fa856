package org.customerfocus.customer.segment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;

/// Makes and changes segments.
@ApplicationScoped
class SegmentService {

  private final SegmentRepository segments;
  private final Journal journal;
  private final InstantSource clock;

  SegmentService(SegmentRepository segments, Journal journal, InstantSource clock) {
    this.segments = segments;
    this.journal = journal;
    this.clock = clock;
  }

  Segment create(SegmentRequest request) {
    Segment segment = new Segment(request, clock.instant());
    requireNewName(request.name(), segment);
    segments.add(segment);
    journal.record(Change.of("segment", "created", segment).detail(request));
    return segment;
  }

  void change(Segment segment, SegmentRequest request) {
    requireNewName(request.name(), segment);
    if (segment.change(request, clock.instant())) {
      journal.record(Change.of("segment", "updated", segment).detail(request));
    }
  }

  void remove(Segment segment) {
    segments.lock(segment.id());
    segments.remove(segment);
    journal.record(Change.of("segment", "deleted", segment));
  }

  SegmentView view(Segment segment) {
    return SegmentView.of(segment, segments.state(segment.id()));
  }

  private void requireNewName(String name, Segment segment) {
    segments
        .named(name)
        .filter(other -> !other.id().equals(segment.id()))
        .ifPresent(
            other -> {
              throw new ProblemException(
                  Problems.CONFLICT,
                  "Another segment is called so already: %s.".formatted(other.id()));
            });
  }
}
