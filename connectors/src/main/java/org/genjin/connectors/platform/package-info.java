/**
 * Mails by which platforms pass on what a customer wrote there: whose words they are, and where they stand in the mail.
 * What is known of each platform is data: {@code platform/platforms.json}.
 *
 * <p>Must never contain: MIME (mails come read already), customers, a platform's name in code.
 */
@NullMarked
package org.genjin.connectors.platform;

import org.jspecify.annotations.NullMarked;
