/** The contract as a product: what holds for every operation, and for the document itself. */
package org.clausebook.contract;
