package org.genjin.daemon.reading.said;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genjin.daemon.reading.text.Hit;
import org.genjin.daemon.reading.text.Hits;
import org.genjin.daemon.reading.text.KnownText;
import org.genjin.daemon.reading.text.Lines;
import org.genjin.daemon.reading.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Numbers by which parcels and containers are followed, with their carrier. */
final class TrackingReading {

    private static final int FAR = 14;
    private static final List<String> BOOKED = List.of("booking", "booked", "bookedv");
    private static final int LINES = 4;
    private static final int FEWEST = 7;
    /** So many letters say whose container it is, the last of them that it is one. */
    private static final int OWNER = 4;
    /** ISO 6346 owner codes, with their lines. */
    private static final Map<String, String> OWNERS = owners();

    private final KnownText text;
    private final Tokens tokens;
    private final Hits hits;
    private final List<Chunk> chunks;

    TrackingReading(KnownText text, List<Chunk> chunks) {
        this.text = text;
        this.tokens = text.tokens();
        this.hits = text.hits();
        this.chunks = chunks;
    }

    private static Map<String, String> owners() {
        Map<String, String> owners = new HashMap<>();
        for (String line : Lines.of("containers.txt")) {
            int colon = line.indexOf(':');
            for (String code : line.substring(colon + 1).strip().split(" ", -1)) {
                owners.put(code, line.substring(0, colon));
            }
        }
        return owners;
    }

    List<Finding> read(List<Finding> taken) {
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            Optional<Chunk> container = container(i);
            if (container.isPresent()) {
                @Nullable String line = line(chunk, OWNERS.get(container.get().written().substring(0, OWNER)));
                found.add(finding(container.get(), line, container.get().written()));
            } else if (taken.stream().noneMatch(it -> it.touches(chunk.from(), chunk.to()))) {
                parcel(chunk).or(() -> booking(chunk)).ifPresent(found::add);
            }
        }
        return found;
    }

    private Finding finding(Chunk chunk, @Nullable String carrier, String number) {
        return Finding.of(FactType.TRACKING, text, chunk.from(), chunk.to()).with(FactField.CARRIER, carrier)
                .with(FactField.NUMBER, number);
    }

    /** Four letters, the last a U, and seven figures, in one or two chunks. */
    private Optional<Chunk> container(int at) {
        Chunk chunk = chunks.get(at);
        if (chunk.written().length() < OWNER || chunk.written().charAt(OWNER - 1) != 'U') {
            return Optional.empty();
        }
        if (chunk.shape().equals("AAAA9999999")) {
            return Optional.of(chunk);
        }
        Chunk next = at + 1 < chunks.size() ? chunks.get(at + 1) : chunk;
        boolean parted = chunk.shape().equals("AAAA") && next.from() == chunk.to()
                && (next.shape().equals("9999999") || next.shape().equals("999999-9"));
        return parted ? Optional.of(new Chunk(chunk.written() + next.written().replace("-", ""), chunk.from(), next.to())) : Optional.empty();
    }

    /** The line named nearest to the number, in its sentence or the lines around; else whose container it is. */
    private @Nullable String line(Chunk chunk, @Nullable String owner) {
        @Nullable Hit best = null;
        for (Hit hit : hits.family("line")) {
            boolean near = tokens.sentence(hit.from()) == tokens.sentence(chunk.from())
                    || Math.abs(tokens.line(hit.from()) - tokens.line(chunk.from())) <= LINES;
            if (near && (best == null || distance(hit, chunk) < distance(best, chunk))) {
                best = hit;
            }
        }
        return best != null ? best.kind() : owner;
    }

    private static int distance(Hit hit, Chunk chunk) {
        return Math.abs(hit.from() - chunk.from());
    }

    private Optional<Finding> parcel(Chunk chunk) {
        if (chunk.digits() < FEWEST || chunk.written().length() > 35 || isOther(chunk)) {
            return Optional.empty();
        }
        for (Hit hit : byDistance(chunk, "carrier")) {
            boolean said = between(chunk, hit, "track") || nearby(chunk, "track");
            if (fits(hit.kind(), chunk, said)) {
                return Optional.of(finding(chunk, hit.kind(), chunk.written()));
            }
        }
        return Optional.empty();
    }

    private List<Hit> byDistance(Chunk chunk, String family) {
        List<Hit> near = new ArrayList<>();
        for (Hit hit : hits.family(family)) {
            boolean close = tokens.sentence(hit.from()) == tokens.sentence(chunk.from())
                    || tokens.line(chunk.from()) - tokens.line(hit.from()) == 1
                            && tokens.line(chunk.from()) > tokens.line(hit.from())
                    || nearby(chunk, "track") && Math.abs(hit.from() - chunk.from()) < 2 * FAR;
            if (close && Math.abs(hit.from() - chunk.from()) < 2 * FAR) {
                near.add(hit);
            }
        }
        near.sort(Comparator.comparingInt(it -> distance(it, chunk)));
        return near;
    }

    private boolean between(Chunk chunk, Hit hit, String family) {
        return hits.family(family).stream().anyMatch(it -> it.from() >= Math.min(hit.from(), chunk.from())
                && it.to() <= Math.max(hit.to(), chunk.to()));
    }

    private boolean nearby(Chunk chunk, String family) {
        return hits.family(family).stream().anyMatch(it -> tokens.sentence(it.from()) == tokens.sentence(chunk.from())
                && (it.to() <= chunk.from() ? chunk.from() - it.to() < FAR / 2 : it.from() - chunk.to() < 2));
    }

    /** Phones, accounts with the carrier, papers. */
    private boolean isOther(Chunk chunk) {
        return nearby(chunk, "account") || nearby(chunk, "phone") || chunk.from() > 0
                && tokens.is(chunk.from() - 1, "+") && tokens.glued(chunk.from())
                || hits.startingAt(chunk.to(), "unit").isPresent() || hits.startingAt(chunk.to(), "cur").isPresent();
    }

    private static boolean fits(String carrier, Chunk chunk, boolean said) {
        String shape = chunk.shape();
        if (shape.chars().anyMatch(c -> c == 'a')) {
            return false;
        }
        boolean usual = switch (carrier) {
            case "DHL" -> shape.matches("9{10,11}") || shape.matches("A{2,4}9{10,22}");
            case "FEDEX" -> shape.matches("9{12}") || shape.matches("9{15}") || shape.matches("9{20}");
            case "UPS" -> chunk.written().startsWith("1Z") && chunk.written().length() == 18;
            case "SF" -> shape.matches("(AA)?9{12,15}");
            case "TNT" -> shape.matches("(AA)?9{9}(AA)?");
            case "EMS" -> shape.matches("AA9{9}AA");
            case "ARAMEX" -> shape.matches("9{10,12}");
            default -> shape.matches("A{0,4}9{8,16}A{0,2}");
        };
        return usual || said && shape.matches("A{0,4}[9A]{7,20}A{0,2}");
    }

    /** A booking's number, with the line it was made with. */
    private Optional<Finding> booking(Chunk chunk) {
        boolean number = chunk.digits() >= FEWEST - 1 && chunk.shape().matches("A{0,6}9{6,12}A{0,2}");
        if (!number || !nearby(chunk, "booking") && !isNumberOfBooking(chunk) || isOther(chunk)) {
            return Optional.empty();
        }
        @Nullable String line = line(chunk, null);
        return line == null ? Optional.empty() : Optional.of(finding(chunk, line, chunk.written()));
    }

    private boolean isNumberOfBooking(Chunk chunk) {
        boolean number = hits.endingAt(chunk.from(), "number").isPresent()
                || tokens.is(chunk.from() - 1, ".") && hits.endingAt(chunk.from() - 1, "number").isPresent();
        return number && BOOKED.stream().anyMatch(family -> hits.family(family).stream()
                        .anyMatch(it -> tokens.sentence(it.from()) == tokens.sentence(chunk.from())
                                && it.from() < chunk.from()));
    }
}
