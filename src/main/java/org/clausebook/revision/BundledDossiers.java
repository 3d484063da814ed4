package org.clausebook.revision;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierParser;
import org.clausebook.dossier.InvalidDocument;
import org.clausebook.dossier.Reference;
import org.clausebook.revision.Publisher.Authorship;
import org.jboss.logging.Logger;

/**
 * The dossiers that come with the application. They seed an empty store that takes changes; what is
 * there already is never touched by a start.
 */
@ApplicationScoped
public class BundledDossiers {

  private static final Logger LOG = Logger.getLogger(BundledDossiers.class);
  private static final List<String> DEALS = List.of("microsoft-openai");

  private final RevisionRepository revisions;
  private final Publisher publisher;

  BundledDossiers(RevisionRepository revisions, Publisher publisher) {
    this.revisions = revisions;
    this.publisher = publisher;
  }

  void seed(@Observes @Priority(100) StartupEvent start) {
    if (revisions.dataset() > 0) {
      return;
    }
    if (revisions.isReadOnly()) {
      LOG.warn(
          "The store is empty and takes no changes, as that of a standby does not: what the primary"
              + " publishes is served when it has arrived");
      return;
    }
    LOG.info("The store is empty: importing the bundled dossiers");
    Reference reference = readReference();
    publish(Editions.REFERENCE, reference);
    for (String deal : DEALS) {
      publish(deal, readDeal(deal, reference));
    }
  }

  /** The documents by dossier, the reference first. */
  public static Map<String, Record> all() {
    Map<String, Record> documents = new LinkedHashMap<>();
    Reference reference = readReference();
    documents.put(Editions.REFERENCE, reference);
    DEALS.forEach(deal -> documents.put(deal, readDeal(deal, reference)));
    return documents;
  }

  private void publish(String dossier, Record document) {
    Revision revision =
        publisher.publish(
            dossier,
            document,
            new Authorship(
                Authorship.OURSELVES,
                "bundled",
                "start",
                "Bundled with the application",
                ChangeKind.editorial));
    LOG.infof("Imported %s as revision %d", dossier, revision.number());
  }

  private static Reference readReference() {
    return read(
        Editions.REFERENCE, bytes -> DossierParser.reference(bytes, DossierParser.Notation.YAML));
  }

  private static Dossier readDeal(String deal, Reference reference) {
    return read(
        deal, bytes -> DossierParser.dossier(bytes, DossierParser.Notation.YAML, reference));
  }

  private static <T> T read(String dossier, Function<byte[], T> parse) {
    String resource = "/dossiers/" + dossier + ".yaml";
    try (InputStream in = BundledDossiers.class.getResourceAsStream(resource)) {
      return parse.apply(in.readAllBytes());
    } catch (InvalidDocument e) {
      throw new IllegalStateException(
          "The bundled dossier " + dossier + ".yaml is refused:\n" + e.getMessage(), e);
    } catch (IOException e) {
      throw new IllegalStateException("The bundled dossier " + resource + " cannot be read", e);
    }
  }
}
