package org.genjin.config;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What an owner is told at once and not only in the morning. Whoever asks for nothing is told nothing.
 *
 * @param waitingHours so many working hours a customer may wait for an answer; empty: nobody is told of
 * @param grades of which customers that is said
 * @param sourceSilent so long a source may go unread; empty: none is told of
 * @param fraud whether a message that smells of payment fraud is told of
 */
public record InstantMails(Optional<Integer> waitingHours, Set<String> grades, Optional<Duration> sourceSilent, boolean fraud) {

    static final Set<String> ALL_GRADES = Set.of("S", "A", "B", "C", "E");
    static final Set<String> USUAL_GRADES = Set.of("S", "A");

    public static final InstantMails NONE = new InstantMails(Optional.empty(), USUAL_GRADES, Optional.empty(), false);

    public InstantMails {
        grades = Set.copyOf(grades);
    }

    public boolean isNothing() {
        return waitingHours.isEmpty() && sourceSilent.isEmpty() && !fraud;
    }
}
