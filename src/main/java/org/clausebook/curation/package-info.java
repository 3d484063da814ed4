/**
 * Keeping the record true. Curators publish a dossier whole or one part of it: it is checked as a
 * whole either way, becomes a new revision in one transaction or changes nothing, and says who made
 * it and why. Whoever writes names the state they have read ({@code If-Match}), so that nobody
 * overwrites what they have not seen; may try without writing ({@code dryRun}); and may repeat a
 * write whose answer got lost ({@code Idempotency-Key}).
 */
package org.clausebook.curation;
