package org.clausebook.revision;

import org.clausebook.dossier.DossierPart;

/** How a part of a dossier is served at an address of its own. */
public interface PartView {

  DossierPart part();

  /** What a reader gets who asks for nothing in particular. */
  Object view(String deal, String id);
}
