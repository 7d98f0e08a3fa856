package org.customerfocus.customer.consent;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether a party may be contacted, and why.
///
/// For a purpose P, a channel C and a day D:
///
/// 1. Statements about P or every purpose, over C or every channel, that have begun by D count.
/// 2. Per slot (same purpose, same channel, the party's own will or a basis that binds) the newest
///    decides, by the instant at which it was said; said at once, the refusal does. When the newest
///    has expired by D, nothing holds in that slot: what it superseded does not come back.
/// 3. A basis that binds (contract, legal obligation, vital interests) and holds for P allows: it
///    does not ask for the party's will.
/// 4. Otherwise a refusal in any slot refuses, however specific or new a permission in another is:
///    the strictest wins, and only an opt-in of the same reach ends a general opt-out.
/// 5. Otherwise a permission in any slot allows; the most specific one is named.
/// 6. Otherwise it is refused: silence is no consent.
///
/// @param statement what decided; absent where nothing was said
record Permission(boolean allowed, PermissionReason reason, @Nullable Statement statement) {

  private static final Comparator<Statement> MOST_GENERAL =
      Comparator.comparingInt(Statement::reach).reversed().thenComparing(Statement.BY_TIME);
  private static final Comparator<Statement> MOST_SPECIFIC =
      Comparator.comparingInt(Statement::reach).thenComparing(Statement.BY_TIME.reversed());

  /// @param statements about one party, in any order; those that do not matter are ignored
  static Permission decide(
      Collection<Statement> statements, String purpose, ContactChannel channel, LocalDate on) {
    Collection<Statement> deciding =
        statements.stream()
            .filter(each -> each.speaksOf(purpose, channel) && each.begun(on))
            .collect(
                Collectors.toMap(
                    Statement::slot,
                    Function.identity(),
                    (one, other) -> Statement.BY_TIME.compare(one, other) > 0 ? one : other))
            .values();
    List<Statement> holding = deciding.stream().filter(each -> !each.expired(on)).toList();
    return first(holding, MOST_SPECIFIC, each -> each.legalBasis().binding() && given(each))
        .map(each -> new Permission(true, PermissionReason.REQUIRED, each))
        .or(
            () ->
                first(holding, MOST_GENERAL, each -> !each.legalBasis().binding() && !given(each))
                    .map(each -> new Permission(false, reason(each.status()), each)))
        .or(
            () ->
                first(holding, MOST_SPECIFIC, Permission::given)
                    .map(each -> new Permission(true, PermissionReason.GIVEN, each)))
        .orElseGet(
            () ->
                first(deciding, MOST_SPECIFIC, each -> each.expired(on) && given(each))
                    .map(each -> new Permission(false, PermissionReason.EXPIRED, each))
                    .orElse(new Permission(false, PermissionReason.NOT_STATED, null)));
  }

  private static Optional<Statement> first(
      Collection<Statement> among,
      Comparator<Statement> order,
      java.util.function.Predicate<Statement> which) {
    return among.stream().filter(which).min(order);
  }

  private static boolean given(Statement statement) {
    return !statement.status().refuses();
  }

  private static PermissionReason reason(ConsentStatus status) {
    return switch (status) {
      case GIVEN -> PermissionReason.GIVEN;
      case DENIED -> PermissionReason.DENIED;
      case WITHDRAWN -> PermissionReason.WITHDRAWN;
      case OBJECTED -> PermissionReason.OBJECTED;
    };
  }
}
