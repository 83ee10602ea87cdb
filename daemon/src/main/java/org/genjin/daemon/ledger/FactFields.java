package org.genjin.daemon.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.genjin.daemon.reading.said.FactField;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a fact carries, as one column keeps it. */
final class FactFields {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private FactFields() {}

    static String write(Map<FactField, Object> values) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        values.forEach((field, value) -> json.put(
                field.id(), value instanceof BigDecimal number ? number.toPlainString() : value.toString()));
        return MAPPER.writeValueAsString(json);
    }

    static Map<FactField, Object> read(String text) {
        Map<FactField, Object> values = new EnumMap<>(FactField.class);
        for (Map.Entry<String, JsonNode> it : MAPPER.readTree(text).properties()) {
            FactField field = FactField.valueOf(it.getKey().toUpperCase(Locale.ROOT));
            String value = it.getValue().asString();
            values.put(
                    field,
                    switch (field) {
                        case AMOUNT, PERCENT, DAYS -> new BigDecimal(value);
                        case DATE -> LocalDate.parse(value);
                        case CURRENCY, UNIT, PER, CODE, PLACE, METHOD, KIND, NUMBER, STEP, NAME, CARRIER, REASON, WHERE -> value;
                    });
        }
        return values;
    }
}
