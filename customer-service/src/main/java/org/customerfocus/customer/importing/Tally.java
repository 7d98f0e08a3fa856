package org.customerfocus.customer.importing;

/// How many rows of a chunk went which way.
record Tally(int created, int updated, int unchanged, int refused) {

  int total() {
    return created + updated + unchanged + refused;
  }
}
