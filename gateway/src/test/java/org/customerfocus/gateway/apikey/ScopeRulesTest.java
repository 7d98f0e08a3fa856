package org.customerfocus.gateway.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.customerfocus.conventions.problem.ProblemException;
import org.junit.jupiter.api.Test;

class ScopeRulesTest {

  private static final Set<String> EXISTING = Set.of("a:read", "a:write", "admin");

  @Test
  void aMakerGrantsWhatItHas() {
    assertThatCode(() -> ScopeRules.check(List.of("a:read"), EXISTING, Set.of("a:read", "a:write")))
        .doesNotThrowAnyException();
  }

  @Test
  void aMakerCannotGrantWhatItLacks() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ScopeRules.check(List.of("admin", "a:write"), EXISTING, Set.of("a:read")))
        .satisfies(
            problem -> {
              assertThat(problem.type().status()).isEqualTo(403);
              assertThat(problem.detail())
                  .isEqualTo("A key cannot grant what its maker lacks: a:write, admin.");
            });
  }
}
