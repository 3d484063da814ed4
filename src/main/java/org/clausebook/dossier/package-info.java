/**
 * A <em>dossier</em> is everything the record says about one deal as one document, which a lawyer
 * or journalist can read and edit: YAML or JSON, both languages side by side, parts referring to
 * each other by slug, statements cited as {@code source/statement}, terms as {@code clause/from}.
 * The <em>reference</em> is a second kind of document: regions, regulations and the identity of
 * stakeholders, shared by all dossiers.
 *
 * <p><b>Document first.</b> The document is the truth, not rows in tables: it is validated whole,
 * published whole, stored as it was accepted and never patched. Everything that is served is
 * computed from these records, so an answer about the past needs no history tables, and what a
 * curator wrote comes back unchanged.
 *
 * <p>{@link org.clausebook.dossier.DossierParser} is the one way in. It reports every violation at
 * once, with pointer, line and a sentence that says how to mend it. The form is in the published
 * JSON Schemas ({@code /dossiers/*.schema.json}); what must hold between parts is in {@code
 * DossierRules} and its neighbours. A new field goes into the record, the schema and, if the
 * database is to refuse or find it, into {@code project_revisions}.
 */
package org.clausebook.dossier;
