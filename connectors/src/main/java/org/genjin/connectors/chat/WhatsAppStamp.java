package org.genjin.connectors.chat;

/**
 * The date and time that begin a message, as they are printed: which number is the day, the month, the year is not settled
 * yet.
 *
 * @param first the first number of the date, and so on
 * @param firstDigits how many digits it has
 * @param separator what stands behind the first number
 * @param seconds -1 if they are not printed
 * @param word what stands before or behind the time, letters only: the half of the day in some languages, {@code klo} or
 *     {@code à} in others; "" if nothing
 */
record WhatsAppStamp(
        int first, int firstDigits, int second, int third, int thirdDigits, char separator, int hour, int minute,
        int seconds, String word) {}
