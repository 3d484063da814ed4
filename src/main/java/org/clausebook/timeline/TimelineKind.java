package org.clausebook.timeline;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an entry of the timeline tells. Entries of one day come in this order. */
@Schema(
    description =
        "`instrument`: an act of the chain takes effect. `termEnds`, `termBegins`: what a clause says ends or begins. `event`: a happening around the deal, or one that terms hang on. `milestone`: a step in the life of a regulation that an implication falls under.")
public enum TimelineKind {
  instrument,
  termEnds,
  termBegins,
  event,
  milestone
}
