package org.customerfocus.agreement.supportchain;

/// One line of the arithmetic.
///
/// @param what what is computed, in words
/// @param expression the numbers themselves: `0.9995 × 0.999 = 0.9985005`
public record Step(String what, String expression) {}
