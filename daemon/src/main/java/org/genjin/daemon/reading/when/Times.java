package org.genjin.daemon.reading.when;

import java.util.List;

/** The dates and spans that a text says, in its order. */
public record Times(List<SaidDate> dates, List<SaidSpan> spans) {

    public Times {
        dates = List.copyOf(dates);
        spans = List.copyOf(spans);
    }
}
