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
import org.jboss.logging.Logger;

/**
 * From what a curator asks for to what is written. A document is worked out and checked before the
 * lock on publications is taken; under the lock only what may have moved meanwhile is looked at
 * again.
 */
@ApplicationScoped
class Writing {

  private static final Logger LOG = Logger.getLogger(Writing.class);

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
          Draft draft = draft(edit);
          if (request.dryRun) {
            return answer(draft, null, edit);
          }
          Done done =
              turns.take(
                  () ->
                      QuarkusTransaction.requiringNew()
                          .timeout(60)
                          .call(() -> write(edit, draft, authorship, repetition)));
          // Whoever reads on from here, we first, is answered from what was written.
          announcements.lookNow();
          return tagged(done, edit, repetition);
        });
  }

  /**
   * What was written, and how it is answered.
   *
   * @param revision null where nothing was published now
   */
  private record Done(Written written, Revision revision) {}

  /**
   * With the tag that could not be told before the state stood; a repetition is told the same. If
   * another has written since, or it cannot be told now, the write stands all the same.
   */
  private Written tagged(Done done, Edit edit, Optional<Repetitions.Repetition> repetition) {
    if (done.written().tag() != null || done.revision() == null) {
      return done.written();
    }
    try {
      EntityTag tag = edit.tagNow();
      Revision current = standings.of(edit.dossier()).current();
      if (tag == null || current == null || current.dataset() != done.revision().dataset()) {
        return done.written();
      }
      repetition.ifPresent(each -> repetitions.remember(each, tag));
      return done.written().with(tag);
    } catch (RuntimeException e) {
      LOG.debugf("The tag of what was written is not told: %s", e.getMessage());
      return done.written();
    }
  }

  private interface Attempt {
    Written make(Optional<Repetitions.Repetition> repetition);
  }

  /** Answers a repetition as the first time. */
  private Written once(Request request, byte[] payload, Attempt attempt) {
    Optional<Repetitions.Repetition> repetition =
        request
            .key()
            .filter(key -> !request.dryRun)
            .map(key -> repetitions.of(key, curators.current(), exchanges.current(), payload));
    if (repetition.isEmpty()) {
      return attempt.make(repetition);
    }
    return repetitions.whileRunning(
        repetition.get(),
        () -> repetitions.answer(repetition.get()).orElseGet(() -> attempt.make(repetition)));
  }

  private Done write(
      Edit edit,
      Draft prepared,
      Authorship authorship,
      Optional<Repetitions.Repetition> repetition) {
    publisher.enterInOrder();
    // Another replica may have answered the same request since.
    Optional<Written> before = repetition.flatMap(repetitions::answer);
    if (before.isPresent()) {
      return new Done(before.get(), null);
    }
    // Whatever was published meanwhile may matter: the reference, a deal with the same source.
    Draft draft = prepared.dataset() == clock.dataset() ? prepared : draft(edit);
    Revision published = null;
    if (draft.document() == null) {
      publisher.withdraw(draft.standing(), authorship);
    } else {
      published = publisher.publish(edit.dossier(), draft.document(), authorship);
    }
    Written written = answer(draft, published, edit);
    repetition.ifPresent(each -> repetitions.remember(each, written));
    return new Done(written, published);
  }

  private Draft draft(Edit edit) {
    long dataset = clock.dataset();
    Standing standing = standings.of(edit.dossier());
    Standing reference = standings.of(Editions.REFERENCE);
    List<EntityTag> tags = edit.tags(standing);
    edit.read();
    Preconditions given = exchanges.current().preconditions();
    requireCondition(given);
    check(given, tags);
    Optional<Record> present =
        Optional.ofNullable(standing.current())
            .map(current -> standings.document(current.dataset()));
    Record document =
        edit.apply(present, (Reference) standings.document(reference.current().dataset()));
    return new Draft(dataset, standing, edit.creates(present), present.orElse(null), document);
  }

  private static void check(Preconditions given, List<EntityTag> tags) {
    if (new Preconditions(given.ifMatch(), null).forWriting(tags) == Preconditions.Outcome.FAILED) {
      throw ProblemType.PRECONDITION_FAILED.because(
          "The state is not, or no longer, the one that If-Match names; read it again.",
          "L’état n’est pas, ou n’est plus, celui que nomme If-Match ; relisez-le.");
    }
    if (given.forWriting(tags) == Preconditions.Outcome.FAILED) {
      throw ProblemType.PRECONDITION_FAILED.because(
          "There is something here already; to replace it, send If-Match with its tag, and no If-None-Match.",
          "Il y a déjà quelque chose ici ; pour le remplacer, envoyez If-Match avec son étiquette, sans If-None-Match.");
    }
  }

  /** Any other If-None-Match would name no state, and let a write overtake what nobody has read. */
  private static void requireCondition(Preconditions given) {
    boolean creates = given.ifNoneMatch() != null && given.ifNoneMatch().strip().equals("*");
    if (given.ifMatch() == null && !creates) {
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
        request.kind());
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
