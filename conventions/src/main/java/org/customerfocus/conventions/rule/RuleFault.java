package org.customerfocus.conventions.rule;

/// What is wrong with a rule.
public final class RuleFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String pointer;

  /// @param pointer to the node or member at fault, from the root of the rule
  /// @param why goes on after the name of what holds the rule: `names the unknown field x`
  public RuleFault(String pointer, String why) {
    super(why, null, false, false);
    this.pointer = pointer;
  }

  public String pointer() {
    return pointer;
  }

  public String why() {
    return String.valueOf(getMessage());
  }
}
