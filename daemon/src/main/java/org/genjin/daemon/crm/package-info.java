/**
 * Takes everything along to another system: customers, contacts, business, notes and tasks as its own import wants them.
 *
 * <p>{@code BookReading} reads the ledger into lines, {@code Shaping} writes them as a dialect wants, {@code CrmFiles} puts them into
 * files. What a system is like stands in {@code resources/crm}, a file each; no class names one.
 */
@NullMarked
package org.genjin.daemon.crm;

import org.jspecify.annotations.NullMarked;
