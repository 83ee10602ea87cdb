/**
 * What the operator decides: one record per section of {@code genjin.yaml}, the loader that reads the file, and the
 * layout of a home.
 *
 * <p>Must never contain: behaviour beyond validation, connections, another module of ours, mutable or static state.
 */
@NullMarked
package org.genjin.config;

import org.jspecify.annotations.NullMarked;
