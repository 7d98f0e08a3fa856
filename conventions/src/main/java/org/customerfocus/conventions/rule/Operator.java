package org.customerfocus.conventions.rule;

import java.util.Arrays;
import java.util.Optional;

/// How a field is compared. Each negative operator is the exact opposite of its positive one, for
/// absent values and for fields with several values as well.
public enum Operator {
  EQUAL("=", null),
  LESS("<", null),
  LESS_OR_EQUAL("<=", null),
  GREATER(">", null),
  GREATER_OR_EQUAL(">=", null),
  IN("in", null),
  BEGINS_WITH("begins-with", null),
  IS_NOT_NULL("is-not-null", null),
  NOT_EQUAL("!=", EQUAL),
  NOT_IN("not-in", IN),
  NOT_BEGINS_WITH("not-begins-with", BEGINS_WITH),
  IS_NULL("is-null", IS_NOT_NULL);

  private final String symbol;
  private final Operator positive;
  private final boolean negative;

  Operator(String symbol, @org.jspecify.annotations.Nullable Operator opposite) {
    this.symbol = symbol;
    this.negative = opposite != null;
    this.positive = opposite == null ? this : opposite;
  }

  /// As it is written in a tree.
  public String symbol() {
    return symbol;
  }

  /// Whether it denies what its [#positive] operator says.
  public boolean negative() {
    return negative;
  }

  /// The operator without its negation.
  public Operator positive() {
    return positive;
  }

  /// Whether it needs values that come one after another.
  public boolean ordered() {
    return this == LESS || this == LESS_OR_EQUAL || this == GREATER || this == GREATER_OR_EQUAL;
  }

  /// How many values it takes: none, one, or any number.
  boolean takes(int values) {
    return switch (positive) {
      case IS_NOT_NULL -> values == 0;
      case IN -> values >= 1;
      default -> values == 1;
    };
  }

  public static Optional<Operator> find(String symbol) {
    return Arrays.stream(values()).filter(each -> each.symbol.equals(symbol)).findFirst();
  }
}
