package org.clausebook.http.problem;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clausebook.http.language.Text;

/**
 * Every way in which a request can fail: the one list behind the answers, the contract, the tests
 * and the pages for people.
 */
public enum ProblemType {
  INVALID_PARAMETER(
      400,
      Text.of("Invalid parameter", "Paramètre invalide"),
      Text.of(
          "A parameter is unknown, repeated, malformed or outside the bounds of the contract. The array 'errors' names them all.",
          "Un paramètre est inconnu, répété, malformé ou hors des bornes du contrat. Le tableau « errors » les nomme tous.")),
  INVALID_CURSOR(
      400,
      Text.of("Invalid cursor", "Curseur invalide"),
      Text.of(
          "The cursor was not made here, or for other filters. Start again at the first page.",
          "Le curseur n’a pas été émis ici, ou l’a été pour d’autres filtres. Reprenez à la première page.")),
  MALFORMED_REQUEST(
      400,
      Text.of("Malformed request", "Requête malformée"),
      Text.of(
          "The request or its content cannot be read.",
          "La requête ou son contenu ne peut pas être lu.")),
  UNAUTHORIZED(
      401,
      Text.of("Authentication required", "Authentification requise"),
      Text.of(
          "This operation needs a valid access token.",
          "Cette opération demande un jeton d’accès valide.")),
  FORBIDDEN(
      403,
      Text.of("Forbidden", "Accès refusé"),
      Text.of(
          "The token is valid, but its role does not allow this operation.",
          "Le jeton est valide, mais son rôle ne permet pas cette opération.")),
  NOT_FOUND(
      404,
      Text.of("Not found", "Introuvable"),
      Text.of("There is nothing at this address.", "Rien ne se trouve à cette adresse.")),
  METHOD_NOT_ALLOWED(
      405,
      Text.of("Method not allowed", "Méthode non admise"),
      Text.of(
          "This address does not allow this method; the header Allow lists those it does.",
          "Cette adresse n’admet pas cette méthode ; l’en-tête Allow donne celles qu’elle admet.")),
  NOT_ACCEPTABLE(
      406,
      Text.of("Not acceptable", "Format indisponible"),
      Text.of(
          "The answer exists in none of the formats accepted.",
          "La réponse n’existe dans aucun des formats acceptés.")),
  CONFLICT(
      409,
      Text.of("Conflict", "Conflit"),
      Text.of(
          "The present state does not allow this change.",
          "L’état présent ne permet pas ce changement.")),
  GONE(
      410,
      Text.of("Gone", "Retiré"),
      Text.of(
          "This dossier was withdrawn; its revisions stay reachable by their permanent links.",
          "Ce dossier a été retiré ; ses révisions restent accessibles par leurs liens permanents.")),
  PRECONDITION_FAILED(
      412,
      Text.of("Precondition failed", "Précondition non remplie"),
      Text.of(
          "The state has changed since you read it. Read it again and retry.",
          "L’état a changé depuis que vous l’avez lu. Relisez-le et recommencez.")),
  CONTENT_TOO_LARGE(
      413,
      Text.of("Content too large", "Contenu trop volumineux"),
      Text.of("The content is over the limit.", "Le contenu dépasse la limite.")),
  URI_TOO_LONG(
      414,
      Text.of("URI too long", "Adresse trop longue"),
      Text.of("The address is over the limit.", "L’adresse dépasse la limite.")),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      Text.of("Unsupported media type", "Format non pris en charge"),
      Text.of(
          "The content is not in a supported format; the header Accept lists them.",
          "Le contenu n’est pas dans un format pris en charge ; l’en-tête Accept les donne.")),
  INVALID_CONTENT(
      422,
      Text.of("Invalid content", "Contenu invalide"),
      Text.of(
          "The content can be read but breaks rules. The array 'errors' lists them all; nothing was changed.",
          "Le contenu se lit, mais enfreint des règles. Le tableau « errors » les donne toutes ; rien n’a été changé.")),
  PRECONDITION_REQUIRED(
      428,
      Text.of("Precondition required", "Précondition requise"),
      Text.of(
          "Say which state you replace: If-Match with its tag, or If-None-Match: * to create.",
          "Dites quel état vous remplacez : If-Match avec son étiquette, ou If-None-Match: * pour créer.")),
  QUOTA_EXCEEDED(
      429,
      Text.of("Too many requests", "Trop de requêtes"),
      Text.of(
          "The quota is used up; the header Retry-After says when to resume.",
          "Le quota est épuisé ; l’en-tête Retry-After dit quand reprendre.")),
  HEADERS_TOO_LARGE(
      431,
      Text.of("Request header fields too large", "En-têtes trop volumineux"),
      Text.of("The header fields are over the limit.", "Les en-têtes dépassent la limite.")),
  INTERNAL_ERROR(
      500,
      Text.of("Internal error", "Erreur interne"),
      Text.of(
          "The fault is ours. Report it with the id of the request.",
          "La faute est nôtre. Signalez-la avec l’identifiant de la requête.")),
  NOT_IMPLEMENTED(
      501,
      Text.of("Not implemented", "Méthode inconnue"),
      Text.of("This method exists nowhere here.", "Cette méthode n’existe nulle part ici.")),
  UNAVAILABLE(
      503,
      Text.of("Unavailable", "Indisponible"),
      Text.of(
          "The database does not answer. Try again after the delay in Retry-After.",
          "La base de données ne répond pas. Réessayez après le délai de Retry-After.")),
  TEMPORARY_REDUCED_CAPACITY(
      503,
      Text.of("At capacity", "Capacité atteinte"),
      Text.of(
          "More is under way than is let in at a time. Try again after the delay in Retry-After.",
          "Plus de demandes sont en cours qu’il n’en est admis à la fois. Réessayez après le délai de Retry-After."));

  /** Those that are known everywhere (RFC 9457 §4.2). */
  private static final Set<ProblemType> REGISTERED =
      EnumSet.of(QUOTA_EXCEEDED, TEMPORARY_REDUCED_CAPACITY);

  private static final String REGISTRY = "https://iana.org/assignments/http-problem-types#";

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

  /** Last part of its URI. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * What it is identified by; what is our own leads to its page for people.
   *
   * @param base address of the service
   */
  public String uri(String base) {
    return REGISTERED.contains(this) ? REGISTRY + slug() : base + "/problems/" + slug();
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
