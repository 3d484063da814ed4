/**
 * A <em>stakeholder</em> is a party, regulator, public body or affected group. Who it is stands in
 * the reference, once for all deals; its <em>role</em> in a deal, why the deal concerns it and what
 * it <em>holds</em> of others over time stand in the deal's dossier. A holding's value is that of
 * the holding, never that of what is held.
 */
package org.clausebook.stakeholder;
