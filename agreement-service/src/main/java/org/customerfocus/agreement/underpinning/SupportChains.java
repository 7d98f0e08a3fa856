package org.customerfocus.agreement.underpinning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.customerfocus.agreement.attainment.Bound;
import org.customerfocus.agreement.attainment.Comparator;
import org.customerfocus.agreement.supportchain.Composition;
import org.customerfocus.agreement.supportchain.Promise;
import org.customerfocus.agreement.supportchain.Promise.Measure;
import org.customerfocus.agreement.supportchain.Support;
import org.customerfocus.agreement.supportchain.Verdict;
import org.customerfocus.agreement.underpinning.ChainRepository.Node;
import org.customerfocus.agreement.underpinning.SupportChainView.SupportBound;
import org.customerfocus.agreement.underpinning.SupportChainView.SupportStep;
import org.customerfocus.agreement.underpinning.SupportChainView.SupportSummary;
import org.customerfocus.agreement.underpinning.SupportChainView.SupportedPromise;
import org.customerfocus.agreement.unit.TimeUnits;
import org.jspecify.annotations.Nullable;

/// A chain as it is shown, from the promises in it.
final class SupportChains {

  static final int SHOWN = 500;

  private final UUID root;
  private final Map<UUID, Node> nodes = new LinkedHashMap<>();
  private final Map<UUID, List<Node>> byAgreement = new HashMap<>();
  private final Map<UUID, Integer> levels = new LinkedHashMap<>();

  private SupportChains(UUID root, List<Node> found) {
    this.root = root;
    for (Node node : found) {
      nodes.put(node.id(), node);
      byAgreement.computeIfAbsent(node.agreementId(), key -> new ArrayList<>()).add(node);
    }
  }

  /// @param found at most one more than are shown
  static SupportChainView view(UUID root, LocalDate asOf, List<Node> found) {
    boolean truncated = found.size() > SHOWN;
    SupportChains chains = new SupportChains(root, truncated ? found.subList(0, SHOWN) : found);
    chains.level();
    List<SupportedPromise> promises =
        chains.levels.keySet().stream().map(id -> chains.promise(chains.node(id))).toList();
    List<Verdict> own =
        promises.stream().filter(each -> each.level() == 0).map(SupportedPromise::verdict).toList();
    return new SupportChainView(
        root,
        asOf,
        new SupportSummary(
            count(own, Verdict.SUPPORTED),
            count(own, Verdict.NOT_SUPPORTED),
            count(own, Verdict.UNKNOWN)),
        promises,
        truncated);
  }

  private static int count(List<Verdict> verdicts, Verdict of) {
    return (int) verdicts.stream().filter(each -> each == of).count();
  }

  private Node node(UUID id) {
    Node node = nodes.get(id);
    if (node == null) {
      throw new IllegalStateException("Only what was found has a level");
    }
    return node;
  }

  /// How far upstream each promise is, by the shortest way.
  private void level() {
    List<Node> next = byAgreement.getOrDefault(root, List.of());
    for (int level = 0; !next.isEmpty(); level++) {
      List<Node> further = new ArrayList<>();
      for (Node node : next) {
        if (levels.putIfAbsent(node.id(), level) == null) {
          node.supports().forEach(each -> further.addAll(supporting(each)));
        }
      }
      next = further;
    }
  }

  private List<Node> supporting(Node.Support support) {
    List<Node> all = byAgreement.getOrDefault(support.agreementId(), List.of());
    return support.commitmentId() == null
        ? all
        : all.stream().filter(each -> each.id().equals(support.commitmentId())).toList();
  }

  private SupportedPromise promise(Node node) {
    Map<UUID, Node> upstream = new LinkedHashMap<>();
    Set<UUID> missing = new TreeSet<>();
    for (Node.Support support : node.supports()) {
      List<Node> found = supporting(support);
      found.forEach(each -> upstream.put(each.id(), each));
      if (found.isEmpty()) {
        missing.add(support.agreementId());
      }
    }
    Promise promised = promised(node);
    Support support =
        missing.isEmpty()
            ? Composition.of(
                promised, upstream.values().stream().map(SupportChains::promised).toList())
            : Support.unknown("Something that it would rest on is not in force on that day.");
    return new SupportedPromise(
        levels.getOrDefault(node.id(), 0),
        node.agreementId(),
        node.agreement(),
        node.id(),
        node.name(),
        promised.measure(),
        node.window(),
        bound(promised.bound()),
        promised.limit() == null ? null : bound(promised.limit()),
        node.unit(),
        support.verdict(),
        support.reason(),
        support.assumption(),
        support.steps().stream().map(s -> new SupportStep(s.what(), s.expression())).toList(),
        List.copyOf(upstream.keySet()),
        List.copyOf(missing));
  }

  private static SupportBound bound(Bound bound) {
    return new SupportBound(bound.comparator(), bound.value());
  }

  /// What composing looks at. "p95 at most T" and "at least 95 % within T" are the same promise.
  private static Promise promised(Node node) {
    return switch (node.type()) {
      case TIME_RATIO -> of(node, Measure.TIME_SHARE, node.target(), null);
      case RATIO -> of(node, Measure.EVENT_SHARE, node.target(), null);
      case THRESHOLD_SHARE ->
          of(node, ofTime(node, Measure.PERCENTILE), node.target(), node.threshold());
      case PERCENTILE, DURATION ->
          of(node, ofTime(node, Measure.PERCENTILE), within(node.percentile()), node.target());
      case MEAN -> of(node, ofTime(node, Measure.DURATION), node.target(), null);
      case SUM, COUNT, SURVEY_SCORE -> of(node, Measure.OTHER, node.target(), null);
    };
  }

  /// Of serial parts only times are known to add up.
  private static Measure ofTime(Node node, Measure measure) {
    return TimeUnits.seconds(node.unit()).isPresent() ? measure : Measure.OTHER;
  }

  private static Bound within(@Nullable BigDecimal percentile) {
    return new Bound(Comparator.AT_LEAST, percentile == null ? BigDecimal.ONE : percentile);
  }

  private static Promise of(Node node, Measure measure, Bound bound, @Nullable Bound limit) {
    boolean share = measure == Measure.TIME_SHARE || measure == Measure.EVENT_SHARE;
    return new Promise(node.id(), measure, node.window(), bound, limit, share ? null : node.unit());
  }
}
