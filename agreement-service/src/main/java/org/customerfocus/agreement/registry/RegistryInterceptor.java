package org.customerfocus.agreement.registry;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.jspecify.annotations.Nullable;

/// Around the transaction of a command.
@AsksRegistry
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 190)
class RegistryInterceptor {

  private static final int MOST_QUESTIONS = 3;

  private final Registry registry;

  RegistryInterceptor(Registry registry) {
    this.registry = registry;
  }

  @AroundInvoke
  @Nullable Object command(InvocationContext invocation) throws Exception {
    for (int asked = 0; asked < MOST_QUESTIONS; asked++) {
      try {
        return invocation.proceed();
      } catch (OpenQuestion open) {
        registry.ask(open.question());
      }
    }
    throw new ProblemException(
        Problems.PRECONDITION_FAILED,
        "The agreement is being changed all the time. Read it again and repeat the change.");
  }
}
