package org.customerfocus.conventions.caller;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;

/// What one operation asks of its caller, read from the very annotations that publish it in
/// OpenAPI, so that what is documented and what is enforced cannot differ.
///
/// @param open whether anyone may call: an empty `@SecurityRequirements`
/// @param scopes all of which the caller must hold
/// @param partyScope whether a token narrowed to a party may call (`x-party-scope`)
record AccessRule(boolean open, Set<String> scopes, boolean partyScope) {

  static AccessRule of(Method method) {
    SecurityRequirement[] needed = method.getAnnotationsByType(SecurityRequirement.class);
    SecurityRequirements none = method.getAnnotation(SecurityRequirements.class);
    if (needed.length == 0) {
      if (none == null) {
        throw new IllegalStateException(method + " declares no security requirement");
      }
      return new AccessRule(true, Set.of(), true);
    }
    Set<String> scopes = new TreeSet<>();
    for (SecurityRequirement one : needed) {
      scopes.addAll(Set.of(one.scopes()));
    }
    boolean partyScope = false;
    for (Extension extension : method.getAnnotationsByType(Extension.class)) {
      partyScope |= extension.name().equals("x-party-scope") && extension.value().equals("true");
    }
    return new AccessRule(false, scopes, partyScope);
  }
}
