package org.genjin.daemon.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.genjin.daemon.followup.Dealings;
import org.genjin.daemon.followup.Pledge;
import org.genjin.daemon.followup.Point;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Dealings with a customer as one column keeps them: what is not there is left out. */
final class DealingsText {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private DealingsText() {}

    static String write(Dealings it) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        point(json, "in", it.in());
        point(json, "out", it.out());
        point(json, "question", it.question());
        points(json, "ours", it.ours());
        point(json, "quote", it.quote());
        point(json, "sample", it.sample());
        point(json, "offer", it.offer());
        text(json, "offerUntil", it.offerUntil());
        point(json, "invoice", it.invoice());
        point(json, "delivery", it.delivery());
        text(json, "deliveryDate", it.deliveryDate());
        points(json, "orders", it.orders());
        text(json, "asked", it.asked());
        text(json, "lost", it.lost());
        if (it.worth().signum() > 0) {
            json.put("worth", it.worth().toPlainString());
        }
        if (!it.pledges().isEmpty()) {
            ArrayNode pledges = json.putArray("pledges");
            for (Pledge pledge : it.pledges()) {
                ObjectNode one = pledges.addObject();
                point(one, "made", pledge.made());
                one.put("ordinal", pledge.ordinal()).put("by", pledge.by().name()).put("thing", pledge.thing().id());
                text(one, "due", pledge.due());
            }
        }
        return MAPPER.writeValueAsString(json);
    }

    static Dealings read(String text) {
        JsonNode json = MAPPER.readTree(text);
        return new Dealings(
                point(json, "in"), point(json, "out"), point(json, "question"), points(json, "ours"), point(json, "quote"),
                point(json, "sample"), point(json, "offer"), value(json, "offerUntil", LocalDate::parse), point(json, "invoice"),
                point(json, "delivery"), value(json, "deliveryDate", LocalDate::parse), pledges(json), points(json, "orders"),
                value(json, "asked", Instant::parse), value(json, "lost", Instant::parse),
                json.has("worth") ? new BigDecimal(json.get("worth").asString()) : BigDecimal.ZERO);
    }

    private static List<Pledge> pledges(JsonNode json) {
        List<Pledge> pledges = new ArrayList<>();
        for (JsonNode it : json.path("pledges")) {
            pledges.add(new Pledge(
                    read(it.get("made")), it.get("ordinal").asInt(), Pledge.By.valueOf(it.get("by").asString()),
                    value(it, "due", LocalDate::parse), Pledge.Thing.valueOf(it.get("thing").asString().toUpperCase(Locale.ROOT))));
        }
        return pledges;
    }

    private static void points(ObjectNode json, String name, List<Point> points) {
        if (!points.isEmpty()) {
            ArrayNode array = json.putArray(name);
            points.forEach(it -> array.addArray().add(it.message()).add(it.at().toEpochMilli()));
        }
    }

    private static List<Point> points(JsonNode json, String name) {
        List<Point> points = new ArrayList<>();
        json.path(name).forEach(it -> points.add(read(it)));
        return points;
    }

    private static void point(ObjectNode json, String name, @Nullable Point it) {
        if (it != null) {
            json.putArray(name).add(it.message()).add(it.at().toEpochMilli());
        }
    }

    private static @Nullable Point point(JsonNode json, String name) {
        JsonNode it = json.get(name);
        return it == null ? null : read(it);
    }

    /** A row and its milliseconds. */
    private static Point read(JsonNode it) {
        return new Point(it.get(0).asLong(), Instant.ofEpochMilli(it.get(1).asLong()));
    }

    private static void text(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static <T> @Nullable T value(JsonNode json, String name, Function<String, T> reader) {
        JsonNode it = json.get(name);
        return it == null ? null : reader.apply(it.asString());
    }
}
