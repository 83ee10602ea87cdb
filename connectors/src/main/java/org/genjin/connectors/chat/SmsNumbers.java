package org.genjin.connectors.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers of a phone's messages, written with their country or without: the same if their ends are. */
final class SmsNumbers {

    private static final int TELLING = 9;

    /** The end of a number to the number in full. */
    private final Map<String, String> full = new HashMap<>();

    void add(String number) {
        String digits = digits(number);
        if (number.strip().startsWith("+") && digits.length() >= TELLING) {
            full.putIfAbsent(end(digits), "+" + digits);
        }
    }

    /** E.164 where some message has the number so, else as it is written. */
    String shown(String number) {
        String digits = digits(number);
        return digits.length() >= TELLING ? full.getOrDefault(end(digits), number.strip()) : number.strip();
    }

    /** The same for a conversation in every backup. */
    String chat(List<String> numbers) {
        return String.join("~", numbers.stream().map(SmsNumbers::same).sorted().toList());
    }

    private static String same(String number) {
        String digits = digits(number);
        return digits.length() >= TELLING ? end(digits) : number.strip();
    }

    private static String end(String digits) {
        return digits.substring(digits.length() - TELLING);
    }

    /** "" for what is no number, such as a firm's name. */
    private static String digits(String number) {
        return number.matches("[+\\d\\s().\\-/]+") ? number.replaceAll("\\D", "") : "";
    }
}
