package org.customerfocus.customer.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.customer.need.NeedDegree.Part;

class NeedDegreeTest {

  @Property
  void liesBetweenTheLeastAndTheMostMet(@ForAll("parts") List<Part> parts) {
    Figure figure = NeedDegree.of(parts);
    assertThat(figure.status()).isEqualTo(Figure.Status.OK);
    double least = parts.stream().mapToDouble(part -> part.degreeMet().value()).min().orElseThrow();
    double most = parts.stream().mapToDouble(part -> part.degreeMet().value()).max().orElseThrow();
    assertThat(figure.value()).isBetween(least - 1e-12, most + 1e-12);
    assertThat(figure.n()).isEqualTo(parts.size());
  }

  @Property
  void isTheSameInAnyOrderAndScale(@ForAll("parts") List<Part> parts) {
    List<Part> turned = new ArrayList<>();
    parts.forEach(part -> turned.add(new Part(part.importance() * 3, part.degreeMet())));
    Collections.reverse(turned);
    assertThat(NeedDegree.of(turned).value())
        .isCloseTo(NeedDegree.of(parts).value(), within(1e-12));
  }

  @Property
  void isUnknownWhereAPartIs(@ForAll("parts") List<Part> parts) {
    List<Part> more = new ArrayList<>(parts);
    more.add(new Part(5.0, null));
    more.add(new Part(null, score(0.5)));
    Figure figure = NeedDegree.of(more);
    assertThat(figure.status()).isEqualTo(Figure.Status.INSUFFICIENT);
    assertThat(figure.value()).isNull();
    assertThat(figure.n()).isEqualTo(parts.size());
    assertThat(figure.base()).isEqualTo(parts.size() + 2L);
  }

  @Provide
  Arbitrary<List<Part>> parts() {
    return Combinators.combine(
            Arbitraries.doubles().between(1, 10), Arbitraries.doubles().between(0, 1))
        .as((importance, degree) -> new Part(importance, score(degree)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  private static Figure score(double value) {
    return Figure.of(value, "ratio", 10, 10, "csat/wilson", null);
  }
}
