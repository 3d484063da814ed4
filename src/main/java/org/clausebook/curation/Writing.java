package org.clausebook.curation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.clausebook.access.Curator;
import org.clausebook.access.Curators;
import org.clausebook.change.Comparison;
import org.clausebook.change.PartChange;
import org.clausebook.dossier.Reference;
import org.clausebook.http.Answers;
import org.clausebook.http.Exchange;
import org.clausebook.http.Exchanges;
import org.clausebook.http.Link;
import org.clausebook.http.Written;
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

  /** A document worked out from what stood at a moment. */
  private record Draft(
      long dataset, Standing standing, boolean isNew, Optional<Record> present, Record document) {}

  /** Publishes what an edit comes to, or tells what it would come to. */
  Written write(Edit edit, Request request, byte[] payload) {
    Authorship authorship = authorship(request);
    return once(
        request,
        payload,
        repetition -> {
          requireCondition(request);
          Draft draft = draft(edit, request);
          if (request.dryRun) {
            return answer(200, report(draft, null), null, null);
          }
          Written written =
              turns.take(
                  () ->
                      QuarkusTransaction.requiringNew()
                          .timeout(60)
                          .call(() -> publish(edit, request, draft, authorship, repetition)));
          return written.tag() == null ? written.with(edit.tagNow()) : written;
        });
  }

  /** Hides a deal from readers. */
  Written withdraw(Edit edit, Request request) {
    Authorship authorship = authorship(request);
    return once(
        request,
        new byte[0],
        repetition -> {
          requireCondition(request);
          check(edit, request, standings.of(edit.dossier()));
          if (request.dryRun) {
            return new Written(204, null, null, null);
          }
          return turns.take(
              () ->
                  QuarkusTransaction.requiringNew()
                      .timeout(60)
                      .call(
                          () -> {
                            publisher.enterInOrder();
                            Standing standing = standings.of(edit.dossier());
                            check(edit, request, standing);
                            publisher.withdraw(standing, authorship);
                            Written written = new Written(204, null, null, null);
                            repetition.ifPresent(each -> repetitions.remember(each, written));
                            return written;
                          }));
        });
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
      return announced(attempt.make(repetition));
    }
    return repetitions.whileRunning(
        repetition.get(),
        () ->
            repetitions
                .answer(repetition.get())
                .orElseGet(() -> announced(attempt.make(repetition))));
  }

  private Written announced(Written written) {
    announcements.lookNow();
    return written;
  }

  private Written publish(
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
    Draft draft = prepared;
    // Whatever was published meanwhile may matter: the reference, a deal with the same source.
    if (draft.dataset() != clock.dataset()) {
      draft = draft(edit, request);
    }
    Revision revision = publisher.publish(edit.dossier(), draft.document(), authorship);
    Written written =
        answer(draft.isNew() ? 201 : 200, report(draft, revision), edit, draft.document());
    repetition.ifPresent(each -> repetitions.remember(each, written));
    return written;
  }

  private Draft draft(Edit edit, Request request) {
    long dataset = clock.dataset();
    Standing standing = standings.of(edit.dossier());
    Standing reference = standings.of(Editions.REFERENCE);
    check(edit, request, standing);
    Optional<Record> present =
        Optional.ofNullable(standing.current())
            .map(current -> standings.document(current.dataset()));
    Record document =
        edit.apply(present, (Reference) standings.document(reference.current().dataset()));
    return new Draft(dataset, standing, edit.tags(standing).isEmpty(), present, document);
  }

  private void check(Edit edit, Request request, Standing standing) {
    Preconditions.Outcome outcome =
        exchanges.current().preconditions().forWriting(edit.tags(standing));
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

  private void requireCondition(Request request) {
    if (request.ifMatch == null && request.ifNoneMatch == null) {
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

  private static Report report(Draft draft, Revision published) {
    String dossier = draft.standing().dossier();
    String root = dossier.equals(Editions.REFERENCE) ? "/v1/reference" : "/v1/deals/" + dossier;
    Revision current = draft.standing().current();
    List<PartChange> changes = Comparison.between(draft.present().orElse(null), draft.document());
    int number =
        published != null
            ? published.number()
            : changes.isEmpty() ? current.number() : draft.standing().latestNumber() + 1;
    return new Report(
        dossier,
        published == null,
        current == null ? null : current.number(),
        number,
        published == null ? null : published.dataset(),
        changes,
        Report.links(root, published == null ? null : published.number()));
  }

  private Written answer(int status, Report report, Edit edit, Record document) {
    Exchange exchange = exchanges.current();
    return new Written(
        status,
        answers.content(report, exchange),
        edit == null ? null : edit.tag(document),
        status == 201 ? Link.to(exchange.addresses().path()) : null);
  }
}
