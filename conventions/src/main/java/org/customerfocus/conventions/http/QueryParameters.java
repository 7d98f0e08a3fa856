package org.customerfocus.conventions.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Refuses query parameters that the operation does not have: whoever asks for a filter and
/// mistypes its name must not be answered as if there were none.
@Provider
@Priority(Priorities.AUTHORIZATION)
class QueryParameters implements ContainerRequestFilter {

  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Set<String> given = request.getUriInfo().getQueryParameters().keySet();
    if (given.isEmpty()) {
      return;
    }
    Set<String> names = known.computeIfAbsent(resource.getResourceMethod(), QueryParameters::of);
    for (String name : given) {
      if (!names.contains(name)) {
        throw ProblemException.parameter(
            name,
            names.isEmpty()
                ? "is not known here; this operation has no query parameters"
                : "is not known here; known are " + String.join(", ", names));
      }
    }
  }

  private static Set<String> of(Method method) {
    Set<String> names = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      add(parameter.getAnnotation(QueryParam.class), names);
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        for (Class<?> bean = parameter.getType(); bean != null; bean = bean.getSuperclass()) {
          for (Field field : bean.getDeclaredFields()) {
            add(field.getAnnotation(QueryParam.class), names);
          }
        }
      }
    }
    return names;
  }

  private static void add(@Nullable QueryParam parameter, Set<String> names) {
    if (parameter != null) {
      names.add(parameter.value());
    }
  }
}
