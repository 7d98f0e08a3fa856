package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Holds every operation of the published document to its promises, in two halves at a time, each
/// with tenants of its own; the operations of a resource are in the same half.
@ExtendWith(Running.class)
class OperationsTest {

  private static Contract contract;

  @BeforeAll
  static void contract() {
    contract = Running.contract();
  }

  @Test
  void everyFixtureIsOfAnOperationThatThereIs() {
    assertThat(contract.operations())
        .extracting(Operation::id)
        .containsAll(new Fixtures(contract).operationIds());
  }

  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  class OneHalf {

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicContainer> everyOperation() {
      return half(0);
    }
  }

  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  class TheOtherHalf {

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicContainer> everyOperation() {
      return half(1);
    }
  }

  private static Stream<DynamicContainer> half(int which) {
    OperationPromises promises = new OperationPromises(contract);
    return contract.operations().stream()
        .filter(operation -> Math.floorMod(resource(operation).hashCode(), 2) == which)
        .map(operation -> dynamicContainer(operation.id(), promises.of(operation)));
  }

  /// The first part of its path after the version.
  private static String resource(Operation operation) {
    String[] parts = operation.path().split("/", -1);
    return parts[Math.min(2, parts.length - 1)];
  }
}
