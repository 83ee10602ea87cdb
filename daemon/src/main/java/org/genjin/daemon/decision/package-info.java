/**
 * What a person decides about a customer, written down so that the daemon never overrules it.
 *
 * <p>Must never contain: rules about who is due, wording of pages, mail.
 */
@NullMarked
package org.genjin.daemon.decision;

import org.jspecify.annotations.NullMarked;
