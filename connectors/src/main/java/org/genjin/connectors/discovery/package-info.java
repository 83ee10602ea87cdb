/**
 * Finds mail servers from an address: first the table of providers, then the domain's mail exchangers against that table,
 * its autoconfig page, its service records, and at last the usual names. What is chosen of the answers is pure ({@link
 * org.genjin.connectors.discovery.Autoconfig}, {@link org.genjin.connectors.discovery.ServiceRecords}); {@link
 * org.genjin.connectors.discovery.Dns}, {@link org.genjin.connectors.discovery.Web} and {@link
 * org.genjin.connectors.discovery.Dialer} ask the network. Only hosts of the address's own domain are asked; no directory
 * of somebody else's learns the domain.
 *
 * <p>Must never contain: a password, a retry, a question to a person.
 */
@NullMarked
package org.genjin.connectors.discovery;

import org.jspecify.annotations.NullMarked;
