package org.clausebook.revision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierParser;
import org.clausebook.dossier.Reference;

/** The documents of revisions. A revision never changes, so what was read of one is kept. */
@ApplicationScoped
class StoredDocuments {

  private final RevisionRepository revisions;
  private final Cache<Long, Record> kept =
      Caffeine.newBuilder()
          .maximumWeight(RevisionConfig.documentsBytes())
          .weigher((Long dataset, Record document) -> RevisionConfig.weight(document))
          .build();

  StoredDocuments(RevisionRepository revisions) {
    this.revisions = revisions;
  }

  Dossier dossier(Revision revision) {
    return (Dossier) document(revision);
  }

  Reference reference(Revision revision) {
    return (Reference) document(revision);
  }

  Record document(Revision revision) {
    return documents(List.of(revision)).get(revision.dataset());
  }

  /** Of several revisions, by their dataset numbers: one statement at most, however many. */
  Map<Long, Record> documents(Collection<Revision> asked) {
    Map<Long, Revision> byDataset =
        asked.stream().collect(Collectors.toMap(Revision::dataset, Function.identity()));
    return kept.getAll(
        byDataset.keySet(),
        missing -> {
          Map<Long, Record> read = new HashMap<>();
          revisions
              .documents(List.copyOf(missing))
              .forEach((dataset, json) -> read.put(dataset, parse(byDataset.get(dataset), json)));
          return read;
        });
  }

  private static Record parse(Revision revision, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return revision.dossier().equals(Editions.REFERENCE)
        ? DossierParser.stored(bytes, Reference.class)
        : DossierParser.stored(bytes, Dossier.class);
  }
}
