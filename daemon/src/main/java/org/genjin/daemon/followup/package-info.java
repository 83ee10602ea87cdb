/**
 * What we owe, and when: the rules as pure functions of facts, calendars and now.
 *
 * <table>
 *   <caption>Why somebody is due, from when on, and what ends it</caption>
 *   <tr><th>reason</th><th>due</th><th>ended by</th></tr>
 *   <tr><td>reply-owed</td><td>one working day after they asked, for sixty days</td><td>any word of ours</td></tr>
 *   <tr><td>promise-ours</td><td>on its day; without one, two working days later</td>
 *       <td>what was promised, or any word of ours on the day or later</td></tr>
 *   <tr><td>address-dead</td><td>at once, for thirty days</td><td>any word of either side afterwards</td></tr>
 *   <tr><td>pi-unpaid</td><td>3, 7 and 15 days after the invoice, not within three days of a word of theirs nor while they have
 *       named a day</td><td>a payment, a shipment, a cancelled order</td></tr>
 *   <tr><td>delivery-due</td><td>a week before, and the day after</td><td>a shipment; each time any word on that day or later</td></tr>
 *   <tr><td>quote-expiring</td><td>three working days before</td><td>an order, a refusal, any word on that day or later</td></tr>
 *   <tr><td>promise-theirs</td><td>on its day, 3 and 7 days later; without one, five working days later</td>
 *       <td>what was promised, or any word of theirs on the day or later</td></tr>
 *   <tr><td>sample-silent</td><td>1-1-2-3-7-7-15 days after samples were sent</td><td>any word of theirs</td></tr>
 *   <tr><td>quote-silent</td><td>3, 7 and 15 days after an offer</td><td>any word of theirs; an invoice or an order</td></tr>
 *   <tr><td>manual</td><td>on the day a person set</td><td>any word of ours on that day or later</td></tr>
 *   <tr><td>win-back</td><td>half as long again as their rhythm of orders after the last, a month and three months later</td>
 *       <td>an order or an inquiry</td></tr>
 *   <tr><td>cadence</td><td>the day after the silence that the grade allows, then twice and three times as long</td>
 *       <td>any word of either side</td></tr>
 * </table>
 *
 * A word is what people write to each other on any channel: no newsletter, no automatic mail, no digest of ours. After the last
 * round a person is asked whether the customer is to rest.
 *
 * <p>Must never contain: a clock, a database, mail, wording.
 */
@NullMarked
package org.genjin.daemon.followup;

import org.jspecify.annotations.NullMarked;
