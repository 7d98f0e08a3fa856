package org.customerfocus.customer.exporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customerfocus.customer.attribute.AttributeOwner;
import org.customerfocus.customer.attribute.Attributes;

@ApplicationScoped
class ExportRepository {

  private final EntityManager entities;
  private final Attributes attributes;

  ExportRepository(EntityManager entities, Attributes attributes) {
    this.entities = entities;
    this.attributes = attributes;
  }

  /// How far the lists of this tenant extend.
  Extents extents() {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT 'party_other_name' AS list, max(place) + 1 AS length FROM party_other_name
                UNION ALL SELECT 'contact_point', max(place) + 1 FROM contact_point
                UNION ALL SELECT 'postal_address', max(place) + 1 FROM postal_address
                UNION ALL SELECT 'address_line', max(cardinality(lines)) FROM postal_address
                UNION ALL SELECT 'party_identifier', max(place) + 1 FROM party_identifier
                UNION ALL SELECT 'party_external_ref', max(place) + 1 FROM party_external_ref
                UNION ALL SELECT 'language', max(jsonb_array_length(preferences -> 'languages'))
                  FROM party WHERE jsonb_typeof(preferences -> 'languages') = 'array'
                UNION ALL SELECT 'channel', max(jsonb_array_length(preferences -> 'channels'))
                  FROM party WHERE jsonb_typeof(preferences -> 'channels') = 'array'
                UNION ALL SELECT 'customer_external_ref', max(place) + 1 FROM customer_external_ref
                UNION ALL SELECT 'customer_role', max(place) + 1 FROM customer_role
                UNION ALL SELECT 'customer_offering', max(place) + 1 FROM customer_offering
                UNION ALL SELECT 'customer_compensation', max(place) + 1 FROM customer_compensation
                UNION ALL SELECT 'membership', max(held) FROM (
                  SELECT count(*) AS held FROM membership GROUP BY member_party_id) counted""",
                Tuple.class)
            .getResultList();
    Map<String, Integer> longest = new HashMap<>();
    for (Tuple row : rows) {
      Number length = row.get("length", Number.class);
      longest.put(row.get("list", String.class), length == null ? 0 : length.intValue());
    }
    return new Extents(
        longest, attributes.codes(AttributeOwner.PARTY), attributes.codes(AttributeOwner.CUSTOMER));
  }

  /// Lets go of what a page loaded, so that memory does not grow with the list.
  void forget() {
    entities.clear();
  }
}
