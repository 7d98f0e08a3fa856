package org.customerfocus.customer.interaction;

import org.customerfocus.conventions.wire.WireEnum;

/// What can happen with a customer, and where it is read. A new source is a new constant: a query
/// for what happened with `:customer` up to `:until`, whose index has the customer first.
///
/// Each query answers `occurred_at, id, event, summary, offering_id, subject_id, path`; dates count
/// from midnight UTC.
enum TimelineType implements WireEnum {
  INTERACTION(
      """
      SELECT started_at AS occurred_at, id, direction AS event, summary, offering_id,
        touchpoint_id AS subject_id, '/v1/interactions/' || id AS path
      FROM interaction WHERE customer_id = :customer AND started_at <= :until"""),
  PURCHASE(
      """
      SELECT purchased_at, id, 'purchased', amount || ' ' || currency, offering_id,
        NULL::uuid, '/v1/purchases/' || id
      FROM purchase WHERE customer_id = :customer AND purchased_at <= :until"""),
  REFERRAL(
      """
      SELECT referred_at, id, 'referred', outcome, offering_id, to_party_id, '/v1/referrals/' || id
      FROM referral WHERE from_customer_id = :customer AND referred_at <= :until
      UNION ALL
      SELECT referred_at, id, 'was-referred', outcome, offering_id, NULL::uuid,
        '/v1/referrals/' || id
      FROM referral WHERE to_customer_id = :customer AND referred_at <= :until"""),
  LIFECYCLE(
      """
      SELECT coalesce(cast(valid_from AS timestamp) AT TIME ZONE 'UTC', recorded_at), id, lifecycle, reason, NULL::uuid,
        switched_to_party_id, '/v1/customers/' || customer_id
      FROM customer_lifecycle WHERE customer_id = :customer"""),
  ROLE(
      """
      SELECT e.at, r.id, e.event, r.type, r.offering_id, NULL::uuid,
        '/v1/customers/' || r.customer_id
      FROM customer_role r
      CROSS JOIN LATERAL (VALUES ('began', cast(r.valid_from AS timestamp) AT TIME ZONE 'UTC'),
        ('ended', cast(r.valid_to AS timestamp) AT TIME ZONE 'UTC')) AS e (event, at)
      WHERE r.customer_id = :customer AND e.at IS NOT NULL"""),
  CONSENT(
      """
      SELECT n.captured_at, n.id, n.status, n.purpose, NULL::uuid, NULL::uuid, '/v1/consents/' || n.id
      FROM consent n
      WHERE n.party_id = (SELECT c.party_id FROM customer c WHERE c.id = :customer)"""),
  SEGMENT(
      """
      SELECT changed_at, id, change, NULL, NULL::uuid, segment_id, '/v1/segments/' || segment_id
      FROM segment_change WHERE customer_id = :customer""");

  private final String query;

  TimelineType(String query) {
    this.query = query;
  }

  String query() {
    return query;
  }
}
