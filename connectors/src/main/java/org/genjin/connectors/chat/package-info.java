/**
 * What the lines of chat exports mean.
 *
 * <p>Must never contain: customers, folders and zips (they hand in bytes), wording of ours.
 */
@NullMarked
package org.genjin.connectors.chat;

import org.jspecify.annotations.NullMarked;
