package org.clausebook.http.problem;

import java.util.List;
import java.util.Locale;
import org.clausebook.http.language.Text;

/**
 * Every way in which a request can fail: the one list behind the answers, the contract, the tests
 * and the pages for people.
 */
public enum ProblemType {
  INVALID_PARAMETER(
      400,
      new Text("Paramètre invalide", "Invalid parameter"),
      new Text(
          "Un paramètre est inconnu, répété, malformé ou hors des bornes du contrat. Le tableau « errors » les nomme tous.",
          "A parameter is unknown, repeated, malformed or outside the bounds of the contract. The array 'errors' names them all.")),
  INVALID_CURSOR(
      400,
      new Text("Curseur invalide", "Invalid cursor"),
      new Text(
          "Le curseur n’a pas été émis ici, ou l’a été pour d’autres filtres. Reprenez à la première page.",
          "The cursor was not made here, or for other filters. Start again at the first page.")),
  MALFORMED_REQUEST(
      400,
      new Text("Requête malformée", "Malformed request"),
      new Text(
          "La requête ou son contenu ne peut pas être lu.",
          "The request or its content cannot be read.")),
  UNAUTHORIZED(
      401,
      new Text("Authentification requise", "Authentication required"),
      new Text(
          "Cette opération demande un jeton d’accès valide.",
          "This operation needs a valid access token.")),
  FORBIDDEN(
      403,
      new Text("Accès refusé", "Forbidden"),
      new Text(
          "Le jeton est valide, mais son rôle ne permet pas cette opération.",
          "The token is valid, but its role does not allow this operation.")),
  NOT_FOUND(
      404,
      new Text("Introuvable", "Not found"),
      new Text("Rien ne se trouve à cette adresse.", "There is nothing at this address.")),
  METHOD_NOT_ALLOWED(
      405,
      new Text("Méthode non admise", "Method not allowed"),
      new Text(
          "Cette adresse n’admet pas cette méthode ; l’en-tête Allow donne celles qu’elle admet.",
          "This address does not allow this method; the header Allow lists those it does.")),
  NOT_ACCEPTABLE(
      406,
      new Text("Format indisponible", "Not acceptable"),
      new Text(
          "La réponse n’existe dans aucun des formats acceptés.",
          "The answer exists in none of the formats accepted.")),
  CONFLICT(
      409,
      new Text("Conflit", "Conflict"),
      new Text(
          "L’état présent ne permet pas ce changement.",
          "The present state does not allow this change.")),
  GONE(
      410,
      new Text("Retiré", "Gone"),
      new Text(
          "Ce dossier a été retiré ; ses révisions restent accessibles par leurs liens permanents.",
          "This dossier was withdrawn; its revisions stay reachable by their permanent links.")),
  PRECONDITION_FAILED(
      412,
      new Text("Précondition non remplie", "Precondition failed"),
      new Text(
          "L’état a changé depuis que vous l’avez lu. Relisez-le et recommencez.",
          "The state has changed since you read it. Read it again and retry.")),
  CONTENT_TOO_LARGE(
      413,
      new Text("Contenu trop volumineux", "Content too large"),
      new Text("Le contenu dépasse la limite.", "The content is over the limit.")),
  URI_TOO_LONG(
      414,
      new Text("Adresse trop longue", "URI too long"),
      new Text("L’adresse dépasse la limite.", "The address is over the limit.")),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      new Text("Format non pris en charge", "Unsupported media type"),
      new Text(
          "Le contenu n’est pas dans un format pris en charge ; l’en-tête Accept les donne.",
          "The content is not in a supported format; the header Accept lists them.")),
  INVALID_CONTENT(
      422,
      new Text("Contenu invalide", "Invalid content"),
      new Text(
          "Le contenu se lit, mais enfreint des règles. Le tableau « errors » les donne toutes ; rien n’a été changé.",
          "The content can be read but breaks rules. The array 'errors' lists them all; nothing was changed.")),
  PRECONDITION_REQUIRED(
      428,
      new Text("Précondition requise", "Precondition required"),
      new Text(
          "Dites quel état vous remplacez : If-Match avec son étiquette, ou If-None-Match: * pour créer.",
          "Say which state you replace: If-Match with its tag, or If-None-Match: * to create.")),
  TOO_MANY_REQUESTS(
      429,
      new Text("Trop de requêtes", "Too many requests"),
      new Text(
          "Le quota est épuisé ; l’en-tête Retry-After dit quand reprendre.",
          "The quota is used up; the header Retry-After says when to resume.")),
  HEADERS_TOO_LARGE(
      431,
      new Text("En-têtes trop volumineux", "Request header fields too large"),
      new Text("Les en-têtes dépassent la limite.", "The header fields are over the limit.")),
  INTERNAL_ERROR(
      500,
      new Text("Erreur interne", "Internal error"),
      new Text(
          "La faute est nôtre. Signalez-la avec l’identifiant de la requête.",
          "The fault is ours. Report it with the id of the request.")),
  NOT_IMPLEMENTED(
      501,
      new Text("Méthode inconnue", "Not implemented"),
      new Text("Cette méthode n’existe nulle part ici.", "This method exists nowhere here.")),
  UNAVAILABLE(
      503,
      new Text("Indisponible", "Unavailable"),
      new Text(
          "La base de données ne répond pas. Réessayez après le délai de Retry-After.",
          "The database does not answer. Try again after the delay in Retry-After."));

  private final int status;
  private final Text title;
  private final Text description;

  ProblemType(int status, Text title, Text description) {
    this.status = status;
    this.title = title;
    this.description = description;
  }

  public int status() {
    return status;
  }

  /** The same for every problem of the type. */
  public Text title() {
    return title;
  }

  /** What it means in general and what to do. */
  public Text description() {
    return description;
  }

  /** Last part of the type's URL. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Path of the page for people. */
  public String path() {
    return "/problems/" + slug();
  }

  /** Name of the response in the contract: {@code NotFound}. */
  public String component() {
    StringBuilder name = new StringBuilder();
    for (String word : slug().split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  /**
   * A failed request, with the reason in both languages; the patterns are those of {@link
   * String#format}.
   */
  public Problem because(String en, String fr, Object... arguments) {
    return new Problem(this, Text.of(en, fr, arguments), List.of());
  }

  /** A failed request, with all that is wrong. */
  public Problem because(Text detail, List<Problem.Fault> faults) {
    return new Problem(this, detail, faults);
  }
}
