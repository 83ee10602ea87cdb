/**
 * Small copies of the pictures that came with messages.
 *
 * <p>Must never contain: POI, the ledger, SQL, mail.
 */
@NullMarked
package org.genjin.daemon.workbook.picture;

import org.jspecify.annotations.NullMarked;
