package org.genjin.connectors.chat;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settles for a whole export whether days or months come first, and reads its times so. */
final class WhatsAppDates {

    private static final Pattern IN_NAME = Pattern.compile("-(20\\d{2})-?(\\d{2})-?(\\d{2})-(?:WA|\\d{2}-)");

    enum Order {
        YEAR_FIRST,
        DAY_FIRST,
        MONTH_FIRST
    }

    /** @param problem a sentence if it is a guess; "" if it is certain */
    record Settled(Order order, String problem) {}

    private WhatsAppDates() {}

    static Settled settle(List<WhatsAppLines.Header> headers) {
        boolean years = headers.stream().anyMatch(it -> it.firstDigits() == 4);
        boolean dots = headers.stream().anyMatch(it -> it.separator() == '.');
        boolean dayFirst = headers.stream().anyMatch(it -> it.firstDigits() <= 2 && it.first() > 12);
        boolean monthFirst = headers.stream().anyMatch(it -> it.second2() > 12);
        if (years || headers.stream().allMatch(it -> it.firstDigits() == 2 && it.first() > 12 && it.third() <= 31
                && it.separator() == '-' && it.thirdDigits() == 2 && it.first() < 60 && it.first() > 31)) {
            return new Settled(Order.YEAR_FIRST, "");
        }
        if (dots || dayFirst != monthFirst) {
            Order order = dots || dayFirst ? Order.DAY_FIRST : Order.MONTH_FIRST;
            boolean contradicted = dots && monthFirst && !dayFirst;
            return new Settled(order, contradicted ? "Days and months of this export contradict each other." : "");
        }
        if (dayFirst) {
            return new Settled(Order.DAY_FIRST, "Days and months of this export contradict each other; days are read first.");
        }
        return byNames(headers).map(order -> new Settled(order, "")).orElseGet(() -> byOrder(headers));
    }

    /** Names of media carry their date. */
    private static Optional<Order> byNames(List<WhatsAppLines.Header> headers) {
        for (WhatsAppLines.Header it : headers) {
            Matcher name = IN_NAME.matcher(it.rest());
            if (name.find() && it.first() != it.second2()) {
                int month = Integer.parseInt(name.group(2));
                int day = Integer.parseInt(name.group(3));
                if (it.first() == day && it.second2() == month) {
                    return Optional.of(Order.DAY_FIRST);
                }
                if (it.first() == month && it.second2() == day) {
                    return Optional.of(Order.MONTH_FIRST);
                }
            }
        }
        return Optional.empty();
    }

    /** Messages follow each other: the reading that steps back less is right. */
    private static Settled byOrder(List<WhatsAppLines.Header> headers) {
        int day = stepsBack(headers, Order.DAY_FIRST);
        int month = stepsBack(headers, Order.MONTH_FIRST);
        if (day != month) {
            return new Settled(day < month ? Order.DAY_FIRST : Order.MONTH_FIRST, "");
        }
        boolean american = headers.stream()
                .anyMatch(it -> it.half().matches("[AP]M") && it.separator() == '/' && it.thirdDigits() == 2);
        return american
                ? new Settled(Order.MONTH_FIRST, "")
                : new Settled(Order.DAY_FIRST, "Whether days or months come first is a guess: days.");
    }

    private static int stepsBack(List<WhatsAppLines.Header> headers, Order order) {
        int steps = 0;
        LocalDateTime before = null;
        for (WhatsAppLines.Header it : headers) {
            Optional<LocalDateTime> at = at(it, order);
            if (at.isEmpty()) {
                steps += 2;
                continue;
            }
            if (before != null && Duration.between(at.get(), before).toDays() >= 1) {
                steps++;
            }
            before = at.get();
        }
        return steps;
    }

    /** Empty for a day that does not exist: then the line is no header. */
    static Optional<LocalDateTime> at(WhatsAppLines.Header it, Order order) {
        int year = order == Order.YEAR_FIRST ? it.first() : it.third();
        int month = order == Order.MONTH_FIRST ? it.first() : it.second2();
        int day = order == Order.YEAR_FIRST ? it.third() : order == Order.DAY_FIRST ? it.first() : it.second2();
        try {
            LocalDate date = LocalDate.of(year < 100 ? 2000 + year : year, month, day);
            return Optional.of(date.atTime(hour(it.hour(), it.half()), it.minute(), Math.max(0, it.second())));
        } catch (DateTimeException e) {
            return Optional.empty(); // a date that is none: text
        }
    }

    private static int hour(int hour, String half) {
        String word = half.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        if (word.isEmpty() || hour > 12) {
            return hour;
        }
        boolean afternoon = switch (word) {
            case "pm", "م", "下午", "午後", "오후", "晚上", "ptg", "ös" -> true;
            case "中午" -> hour < 6 || hour == 12;
            default -> false;
        };
        return afternoon ? hour % 12 + 12 : hour % 12;
    }
}
