package org.customerfocus.acceptance;

/// Requests about consents and privacy requests.
final class PrivacyFixtures {

  private PrivacyFixtures() {}

  static void fill(Fixtures table) {
    table
        .plain("listConsents")
        .with((scene, said) -> said.put("partyId", scene.person()), "createConsent")
        .on("createConsent", "getConsent")
        .onPart("createConsent", "/partyId", "getPartyConsents")
        .special(
            "getContactPermissions",
            (scene, operation) ->
                Request.get(
                    "%s?purpose=newsletter&channel=email&partyId=%s"
                        .formatted(operation.path(), scene.person())))
        .plain("listPrivacyRequests")
        .with((scene, asked) -> asked.put("partyId", scene.person()), "createPrivacyRequest")
        .on("createPrivacyRequest", "getPrivacyRequest", "updatePrivacyRequest")
        .on("createPrivacyRequest", "getPrivacyRequestArchive");
  }
}
