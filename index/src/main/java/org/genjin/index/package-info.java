/**
 * Text out of documents, words into a searchable index.
 *
 * <p>Must never contain: the word customer as anything but a field name, JDBC, mail protocol, our other modules. Tika and
 * Lucene types never appear in a public signature.
 */
@NullMarked
package org.genjin.index;

import org.jspecify.annotations.NullMarked;
