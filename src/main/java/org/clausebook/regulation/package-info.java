/**
 * A <em>regulation</em> is a law, decision or official guidance that deals touch, with its official
 * identifiers, the authorities that apply it, and its <em>milestones</em>: dated steps of its life,
 * past and to come. Regulations belong to the reference, so they are the same for every deal; which
 * implications touch one is asked across deals.
 */
package org.clausebook.regulation;
