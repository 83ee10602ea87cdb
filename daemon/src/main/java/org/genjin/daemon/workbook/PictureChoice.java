package org.genjin.daemon.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.ledger.AttachmentTable;
import org.genjin.daemon.ledger.TimelineEntry;
import org.genjin.daemon.ledger.Transaction;

/** Chooses which pictures a customer's sheet shows: of the newest messages, and none that belong to a signature. */
final class PictureChoice {

    private static final int NEWEST_MESSAGES = 40;
    private static final int MOST = 12;
    private static final int OF_A_MESSAGE = 2;
    /** What is smaller is a logo or a button. */
    private static final int LEAST_BYTES = 3 * 1024;
    /** What comes with more messages than that belongs to a signature. */
    private static final int OFTEN = 3;
    private static final Pattern FILE = Pattern.compile(".*\\.(jpe?g|png|gif|bmp)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECORATION =
            Pattern.compile("logo|signature|banner|facebook|linkedin|twitter|instagram|icon", Pattern.CASE_INSENSITIVE);

    private PictureChoice() {}

    static Map<CustomerId, List<Picture>> of(Transaction tx, Map<CustomerId, List<TimelineEntry>> history) {
        List<Long> messages = new ArrayList<>();
        history.values().forEach(all -> newest(all).stream()
                .filter(it -> it.attachments().stream().anyMatch(one -> isPicture(one.type(), one.name())))
                .forEach(it -> messages.add(it.row())));
        Map<Long, List<AttachmentTable.Row>> rows = tx.attachments().of(messages);
        Set<String> hashes = new HashSet<>();
        rows.values().forEach(all -> all.forEach(it -> {
            String hash = it.contentHash();
            if (hash != null) {
                hashes.add(hash);
            }
        }));
        Set<String> often = tx.attachments().inMoreThan(OFTEN, hashes);
        Map<CustomerId, List<Picture>> chosen = new HashMap<>();
        history.forEach((customer, all) -> {
            List<Picture> pictures = new ArrayList<>();
            for (TimelineEntry it : newest(all)) {
                pictures.addAll(of(rows.getOrDefault(it.row(), List.of()), often));
            }
            if (!pictures.isEmpty()) {
                chosen.put(customer, List.copyOf(pictures.subList(0, Math.min(MOST, pictures.size()))));
            }
        });
        return chosen;
    }

    private static List<TimelineEntry> newest(List<TimelineEntry> history) {
        return history.subList(0, Math.min(NEWEST_MESSAGES, history.size()));
    }

    private static List<Picture> of(List<AttachmentTable.Row> message, Set<String> often) {
        List<Picture> pictures = new ArrayList<>();
        for (AttachmentTable.Row it : message) {
            String hash = it.contentHash();
            boolean worth = (it.size() < 0 || it.size() >= LEAST_BYTES) && !DECORATION.matcher(it.name()).find();
            if (hash != null && worth && isPicture(it.type(), it.name()) && !often.contains(hash) && pictures.size() < OF_A_MESSAGE) {
                pictures.add(new Picture(it.message(), it.ordinal(), hash, it.name()));
            }
        }
        return pictures;
    }

    private static boolean isPicture(String type, String name) {
        String bare = type.toLowerCase(Locale.ROOT);
        boolean known = bare.startsWith("image/") && !bare.startsWith("image/svg");
        return known || FILE.matcher(name).matches();
    }
}
