/**
 * Memory: the database as the record of what happened, the store beside it, and the read model of all doors. The only place with SQL.
 *
 * <p>Must never contain: rules, mail, wording.
 */
@NullMarked
package org.genjin.daemon.ledger;

import org.jspecify.annotations.NullMarked;
