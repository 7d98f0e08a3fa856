package org.customerfocus.customer.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customerfocus.customer.loyalty.PurchaseRequest;
import org.customerfocus.customer.party.PartyRequest;
import org.customerfocus.customer.relationship.CustomerTermsRequest;
import org.junit.jupiter.api.Test;

class ExportColumnsTest {

  private static final Map<String, Integer> LONGEST =
      Stream.of(
              "party_other_name",
              "contact_point",
              "postal_address",
              "address_line",
              "party_identifier",
              "party_external_ref",
              "language",
              "channel",
              "customer_external_ref",
              "customer_role",
              "customer_offering",
              "customer_compensation",
              "membership")
          .collect(Collectors.toMap(Function.identity(), list -> 1));

  /// A member without a column would break off every table that has it.
  @Test
  void everyMemberOfTheRequestsHasItsColumns() {
    List<String> header =
        List.of(
            ExportColumns.ofCustomers(new Extents(LONGEST, List.of("tier"), List.of("area")))
                .header());

    assertThat(members(PartyRequest.class))
        .allSatisfy(name -> assertThat(header).anyMatch(each -> isOf(each, "party." + name)));
    assertThat(members(CustomerTermsRequest.class))
        .allSatisfy(name -> assertThat(header).anyMatch(each -> isOf(each, name)));
    List<String> purchases = List.of(ExportColumns.ofPurchases().header());
    assertThat(members(PurchaseRequest.class))
        .allSatisfy(name -> assertThat(purchases).anyMatch(each -> isOf(each, name)));
  }

  private static boolean isOf(String column, String member) {
    return column.equals(member) || column.startsWith(member + ".");
  }

  private static List<String> members(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
