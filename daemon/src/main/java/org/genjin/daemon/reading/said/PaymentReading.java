package org.genjin.daemon.reading.said;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.reading.text.Amount;
import org.genjin.daemon.reading.text.Hit;
import org.genjin.daemon.reading.text.Hits;
import org.genjin.daemon.reading.text.KnownText;
import org.genjin.daemon.reading.text.Tokens;
import org.jspecify.annotations.Nullable;

/** How payment is to be made: one fact a method, with the share that is said with it. */
final class PaymentReading {

    private static final int NEAR = 8;
    private static final int BESIDE = 6;

    private final KnownText text;
    private final Tokens tokens;
    private final Hits hits;

    PaymentReading(KnownText text) {
        this.text = text;
        this.tokens = text.tokens();
        this.hits = text.hits();
    }

    /** A share of the whole. */
    record Share(BigDecimal percent, int from, int to) {}

    /**
     * @param paid what was paid: no terms
     * @param papers with their numbers: a letter of credit among them is there already
     */
    List<Finding> read(List<Finding> paid, List<Finding> papers) {
        List<Share> shares = shares();
        Map<String, Finding> methods = new LinkedHashMap<>();
        List<Share> used = new ArrayList<>();
        int last = 0;
        for (Hit hit : hits.family("pay")) {
            boolean done = paid.stream().anyMatch(it -> tokens.sentence(it.from()) == tokens.sentence(hit.from()));
            boolean paper = papers.stream().anyMatch(it -> it.touches(hit.from(), hit.to()));
            if (done || paper || !isPayment(hit, shares) || isMereTime(hit)) {
                continue;
            }
            @Nullable Share share = share(hit, last, shares, used);
            int from = share == null ? hit.from() : Math.min(hit.from(), share.from());
            int to = share == null ? hit.to() : Math.max(hit.to(), share.to());
            String method = hit.kind().replace("?", "");
            Finding found = Finding.of(FactType.PAYMENT, text, from, to)
                    .with(FactField.METHOD, method)
                    .with(FactField.PERCENT, share == null ? null : share.percent());
            Finding before = methods.get(method);
            if (before == null || before.fact().number(FactField.PERCENT) == null) {
                methods.put(method, found);
                if (share != null) {
                    used.add(share);
                }
            }
            last = hit.to();
        }
        return new ArrayList<>(methods.values());
    }

    /** A method's short name or an everyday word needs something of payment beside it. */
    private boolean isPayment(Hit hit, List<Share> shares) {
        if (text.inClause("not", hit.from(), NEAR) || text.inClause("nopay", hit.from(), NEAR)) {
            return false;
        }
        boolean glued = tokens.glued(hit.to()) && (tokens.is(hit.to(), "-") || tokens.is(hit.to(), Tokens.Kind.NUMBER))
                || tokens.glued(hit.from()) && tokens.is(hit.from() - 1, "-");
        if (!hit.kind().endsWith("?")) {
            return !glued;
        }
        int sentence = tokens.sentence(hit.from());
        return !glued && (shares.stream().anyMatch(it -> tokens.sentence(it.from()) == sentence)
                || text.inSentence("payword", hit.from())
                || hits.startingAt(hit.to(), "payterm").isPresent());
    }

    /** "by transfer, 30 days net" is a transfer; "30 days net" alone an open account. */
    private boolean isMereTime(Hit hit) {
        boolean figure = false;
        for (int i = hit.from(); i < hit.to(); i++) {
            figure = figure || tokens.kind(i) == Tokens.Kind.NUMBER;
        }
        return figure && hits.family("pay").stream().anyMatch(it -> tokens.sentence(it.from()) == tokens.sentence(hit.from())
                && !it.kind().replace("?", "").equals(hit.kind()));
    }

    List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        for (Amount amount : text.amounts()) {
            int at = amount.to();
            boolean percent = at < tokens.size() && (tokens.is(at, "%") || hits.startingAt(at, "percent").isPresent());
            if (percent && amount.value().compareTo(new BigDecimal(100)) <= 0 && !isOther(amount)) {
                shares.add(new Share(amount.value(), amount.from(), at + 1));
            } else if (at < tokens.size() && tokens.is(at, "成") && amount.value().compareTo(BigDecimal.TEN) <= 0) {
                shares.add(new Share(amount.value().multiply(BigDecimal.TEN), amount.from(), at + 1));
            }
        }
        hits.family("whole").forEach(it -> shares.add(new Share(new BigDecimal(it.kind()), it.from(), it.to())));
        shares.sort(Comparator.comparingInt(Share::from));
        return shares;
    }

    /** A discount, a tax, a tolerance. */
    private boolean isOther(Amount amount) {
        return text.inClause("notshare", amount.from(), BESIDE);
    }

    /** The first share since the method before this one; else the first behind it, up to the next method. */
    private @Nullable Share share(Hit hit, int last, List<Share> shares, List<Share> used) {
        int sentence = tokens.sentence(hit.from());
        int next = hits.family("pay").stream().filter(it -> it.from() >= hit.to() && tokens.sentence(it.from()) == sentence
                && !it.kind().equals(hit.kind())).mapToInt(Hit::from).findFirst().orElse(Integer.MAX_VALUE);
        @Nullable Share behind = null;
        for (Share share : shares) {
            if (tokens.sentence(share.from()) != sentence || used.contains(share)) {
                continue;
            }
            if (share.from() >= last && share.to() <= hit.from()) {
                return share;
            }
            if (behind == null && share.from() >= hit.to() && share.to() <= next && !belongsToNext(share, next)) {
                behind = share;
            }
        }
        return behind;
    }

    /** "T/T or 50 % by L/C": the share stands right before the next method. */
    private boolean belongsToNext(Share share, int next) {
        return next != Integer.MAX_VALUE && tokens.clause(share.from()) == tokens.clause(next) && next - share.to() < 4;
    }
}
