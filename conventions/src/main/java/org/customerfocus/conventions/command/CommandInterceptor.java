package org.customerfocus.conventions.command;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.Response;
import org.customerfocus.conventions.problem.DatabaseProblems;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

@Command
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
class CommandInterceptor {

  private final IdempotentAnswers answers;
  private final EntityManager entities;

  CommandInterceptor(IdempotentAnswers answers, EntityManager entities) {
    this.answers = answers;
    this.entities = entities;
  }

  @AroundInvoke
  @Nullable Object command(InvocationContext invocation) throws Exception {
    try {
      return QuarkusTransaction.requiringNew().call(() -> inTransaction(invocation));
    } catch (ProblemException e) {
      throw e;
    } catch (RuntimeException e) {
      ProblemException known = DatabaseProblems.translate(e);
      throw known == null ? e : known;
    }
  }

  private @Nullable Object inTransaction(InvocationContext invocation) throws Exception {
    IdempotentAnswers.Key key = answers.key();
    if (key == null) {
      Object result = invocation.proceed();
      entities.flush();
      return result;
    }
    Response earlier = answers.find(key);
    if (earlier != null) {
      return earlier;
    }
    Object result = invocation.proceed();
    // What the flush refuses must be refused before an answer is stored.
    entities.flush();
    return result instanceof Response response ? answers.store(key, response) : result;
  }
}
