package org.customerfocus.conventions.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Refuses query parameters that the operation does not have: whoever asks for a filter and
/// mistypes its name must not be answered as if there were none. Refuses as well what is given
/// twice and can be read once, since nobody knows which of the two is meant, and what is empty.
@Provider
@Priority(Priorities.AUTHORIZATION)
class QueryParameters implements ContainerRequestFilter {

  /// Per operation, whether a parameter of that name may be given several times.
  private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    MultivaluedMap<String, String> given = request.getUriInfo().getQueryParameters();
    if (given.isEmpty() || resource.getResourceClass().isAnnotationPresent(AnyQuery.class)) {
      return;
    }
    Map<String, Boolean> names =
        known.computeIfAbsent(resource.getResourceMethod(), QueryParameters::of);
    given.forEach(
        (name, values) -> {
          Boolean several = names.get(name);
          if (several == null) {
            throw ProblemException.parameter(
                name,
                names.isEmpty()
                    ? "is not known here; this operation has no query parameters"
                    : "is not known here; known are " + String.join(", ", names.keySet()));
          }
          if (!several && values.size() > 1) {
            throw ProblemException.parameter(name, "must be given once");
          }
          // Nothing was asked for by name: an answer to another question, such as the whole list,
          // would be taken for the answer to this one.
          if (values.contains("")) {
            throw ProblemException.parameter(name, "is empty; leave it out");
          }
        });
  }

  private static Map<String, Boolean> of(Method method) {
    Map<String, Boolean> names = new TreeMap<>();
    for (Parameter parameter : method.getParameters()) {
      add(parameter.getAnnotation(QueryParam.class), parameter.getType(), names);
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        for (Class<?> bean = parameter.getType(); bean != null; bean = bean.getSuperclass()) {
          for (Field field : bean.getDeclaredFields()) {
            add(field.getAnnotation(QueryParam.class), field.getType(), names);
          }
        }
      }
    }
    return names;
  }

  private static void add(
      @Nullable QueryParam parameter, Class<?> type, Map<String, Boolean> names) {
    if (parameter != null) {
      names.put(parameter.value(), Collection.class.isAssignableFrom(type));
    }
  }
}
