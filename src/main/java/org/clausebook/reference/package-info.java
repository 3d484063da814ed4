/**
 * The <em>reference</em>, the one dossier that all deals share, as it is read: regions, regulations
 * and the identity of stakeholders. It has one clock only, what was known: asking which law held on
 * a day is asking its milestones.
 *
 * <p>{@link org.clausebook.reference.References} is how the features read it and cut its pages.
 */
package org.clausebook.reference;
