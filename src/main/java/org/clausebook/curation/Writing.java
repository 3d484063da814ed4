package org.clausebook.curation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.clausebook.access.Curator;
import org.clausebook.access.Curators;
import org.clausebook.dossier.Reference;
import org.clausebook.http.Answers;
import org.clausebook.http.Exchange;
import org.clausebook.http.Exchanges;
import org.clausebook.http.Link;
import org.clausebook.http.Written;
import org.clausebook.http.conditional.EntityTag;
import org.clausebook.http.conditional.Preconditions;
import org.clausebook.http.problem.ProblemType;
import org.clausebook.revision.Editions;
import org.clausebook.revision.PublicationListener;
import org.clausebook.revision.Publisher;
import org.clausebook.revision.Publisher.Authorship;
import org.clausebook.revision.RecordClock;
import org.clausebook.revision.Revision;
import org.clausebook.revision.Standing;
import org.clausebook.revision.Standings;

/**
 * From what a curator asks for to what is written. A document is worked out and checked before the
 * lock on publications is taken; under the lock only what may have moved meanwhile is looked at
 * again.
 */
@ApplicationScoped
class Writing {

  private final Curators curators;
  private final Exchanges exchanges;
  private final Answers answers;
  private final RecordClock clock;
  private final Standings standings;
  private final Publisher publisher;
  private final Repetitions repetitions;
  private final Turns turns;
  private final PublicationListener announcements;

  Writing(
      Curators curators,
      Exchanges exchanges,
      Answers answers,
      RecordClock clock,
      Standings standings,
      Publisher publisher,
      Repetitions repetitions,
      Turns turns,
      PublicationListener announcements) {
    this.curators = curators;
    this.exchanges = exchanges;
    this.answers = answers;
    this.clock = clock;
    this.standings = standings;
    this.publisher = publisher;
    this.repetitions = repetitions;
    this.turns = turns;
    this.announcements = announcements;
  }

  /** Writes what an edit comes to, or tells what it would come to. */
  Written write(Edit edit, Request request, byte[] payload) {
    Authorship authorship = authorship(request);
    return once(
        request,
        payload,
        repetition -> {
          Draft draft = draft(edit, request);
          if (request.dryRun) {
            return answer(draft, null, edit);
          }
          Written written =
              turns.take(
                  () ->
                      QuarkusTransaction.requiringNew()
                          .timeout(60)
                          .call(() -> write(edit, request, draft, authorship, repetition)));
          // Whoever reads on from here, we first, is answered from what was written.
          announcements.lookNow();
          return tagged(written, edit, repetition);
        });
  }

  /** What could not be told of the state before it stood; a repetition is told the same. */
  private Written tagged(Written written, Edit edit, Optional<Repetitions.Repetition> repetition) {
    EntityTag tag = written.tag() == null ? edit.tagNow() : null;
    if (tag == null) {
      return written;
    }
    repetition.ifPresent(each -> repetitions.remember(each, tag));
    return written.with(tag);
  }

  private interface Attempt {
    Written make(Optional<Repetitions.Repetition> repetition);
  }

  /** Answers a repetition as the first time. */
  private Written once(Request request, byte[] payload, Attempt attempt) {
    Optional<Repetitions.Repetition> repetition =
        request.dryRun
            ? Optional.empty()
            : request
                .key()
                .map(key -> repetitions.of(key, curators.current(), exchanges.current(), payload));
    if (repetition.isEmpty()) {
      return attempt.make(repetition);
    }
    return repetitions.whileRunning(
        repetition.get(),
        () -> repetitions.answer(repetition.get()).orElseGet(() -> attempt.make(repetition)));
  }

  private Written write(
      Edit edit,
      Request request,
      Draft prepared,
      Authorship authorship,
      Optional<Repetitions.Repetition> repetition) {
    publisher.enterInOrder();
    // Another replica may have answered the same request since.
    Optional<Written> before = repetition.flatMap(repetitions::answer);
    if (before.isPresent()) {
      return before.get();
    }
    // Whatever was published meanwhile may matter: the reference, a deal with the same source.
    Draft draft = prepared.dataset() == clock.dataset() ? prepared : draft(edit, request);
    Revision published = null;
    if (draft.document() == null) {
      publisher.withdraw(draft.standing(), authorship);
    } else {
      published = publisher.publish(edit.dossier(), draft.document(), authorship);
    }
    Written written = answer(draft, published, edit);
    repetition.ifPresent(each -> repetitions.remember(each, written));
    return written;
  }

  private Draft draft(Edit edit, Request request) {
    long dataset = clock.dataset();
    Standing standing = standings.of(edit.dossier());
    Standing reference = standings.of(Editions.REFERENCE);
    List<EntityTag> tags = edit.tags(standing);
    edit.read();
    requireCondition(request);
    check(request, tags);
    Optional<Record> present =
        Optional.ofNullable(standing.current())
            .map(current -> standings.document(current.dataset()));
    Record document =
        edit.apply(present, (Reference) standings.document(reference.current().dataset()));
    return new Draft(dataset, standing, edit.creates(present), present.orElse(null), document);
  }

  private void check(Request request, List<EntityTag> tags) {
    Preconditions.Outcome outcome = exchanges.current().preconditions().forWriting(tags);
    if (outcome == Preconditions.Outcome.FAILED) {
      throw request.ifNoneMatch != null && request.ifMatch == null
          ? ProblemType.PRECONDITION_FAILED.because(
              "There is something here already; to replace it, send If-Match with its tag.",
              "Il y a déjà quelque chose ici ; pour le remplacer, envoyez If-Match avec son étiquette.")
          : ProblemType.PRECONDITION_FAILED.because(
              "The state is not, or no longer, the one that If-Match names; read it again.",
              "L’état n’est pas, ou n’est plus, celui que nomme If-Match ; relisez-le.");
    }
  }

  /** Any other If-None-Match would name no state, and let a write overtake what nobody has read. */
  private static void requireCondition(Request request) {
    boolean creates = request.ifNoneMatch != null && request.ifNoneMatch.strip().equals("*");
    if (request.ifMatch == null && !creates) {
      throw ProblemType.PRECONDITION_REQUIRED.because(
          "Say which state you replace: send If-Match with the ETag you have read, or If-None-Match: * to create.",
          "Dites quel état vous remplacez : envoyez If-Match avec l’ETag que vous avez lu, ou If-None-Match: * pour créer.");
    }
  }

  private Authorship authorship(Request request) {
    Curator curator = curators.current();
    return new Authorship(
        curator.issuer(),
        curator.subject(),
        exchanges.current().requestId(),
        request.note(),
        request.kind().name());
  }

  private Written answer(Draft draft, Revision published, Edit edit) {
    if (draft.document() == null) {
      return new Written(204, null, null, null);
    }
    Exchange exchange = exchanges.current();
    boolean creates = published != null && draft.creates();
    return new Written(
        creates ? 201 : 200,
        answers.content(draft.report(published), exchange),
        published == null ? null : edit.tag(draft.document()),
        creates ? Link.to(exchange.addresses().path()) : null);
  }
}
