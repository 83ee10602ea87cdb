/**
 * The process apart in which documents are read: one JVM, one document at a time, asked over its standard input.
 *
 * <p>Must never contain: anything that outlives a document, network access.
 */
@NullMarked
package org.genjin.index.worker;

import org.jspecify.annotations.NullMarked;
