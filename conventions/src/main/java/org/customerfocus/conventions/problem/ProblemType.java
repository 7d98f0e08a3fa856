package org.customerfocus.conventions.problem;

/// A kind of problem that a client can recognise and a person can read up on.
///
/// @param slug the last segment of its URL, `/problems/<slug>`: a relative reference, so that it is
///   the same in every installation and yet leads to a page of the one that answered
/// @param title a short summary that does not change from one occurrence to the next
/// @param status the HTTP status it is answered with
/// @param explanation what it means and what to do, for the page that the gateway serves
public record ProblemType(String slug, String title, int status, String explanation) {

  public String uri() {
    return "/problems/" + slug;
  }
}
