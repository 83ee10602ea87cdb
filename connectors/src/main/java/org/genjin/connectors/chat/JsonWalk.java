package org.genjin.connectors.chat;

import java.io.IOException;
import java.io.InputStream;
import org.genjin.connectors.Content;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads a JSON document of any size piece by piece. Whoever walks says field by field and item by item whether the value is
 * taken whole or walked further; what nobody takes is skipped. A document that breaks off or is damaged in the middle gives
 * what stands before: {@link #complete} says whether it was read to its end.
 */
final class JsonWalk implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(50_000_000)
                            .maxNestingDepth(500)
                            .build())
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .build())
            .build();

    private final JsonParser parser;
    private boolean complete = true;

    private JsonWalk(JsonParser parser) {
        this.parser = parser;
    }

    /** The caller closes it. */
    static JsonWalk open(Content content) throws IOException {
        InputStream in = content.open();
        return new JsonWalk(MAPPER.createParser(new JsonText(ChatText.reader(in))));
    }

    /** A document small enough to be held; a missing node if it is damaged. */
    static JsonNode small(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** Handles the value that the walk stands at. */
    @FunctionalInterface
    interface Value {
        void at(JsonWalk walk);
    }

    /** Handles the value of a field that the walk stands at. */
    @FunctionalInterface
    interface Field {
        void at(String name, JsonWalk walk);
    }

    /** Walks the whole document. */
    void document(Value value) {
        try {
            if (parser.nextToken() != null) {
                value.at(this);
            }
        } catch (JacksonException e) {
            complete = false;
        }
    }

    /** Whether everything up to the document's end could be read. */
    boolean complete() {
        return complete;
    }

    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /** Goes through the fields of an object; anything else is skipped. */
    void object(Field field) {
        if (!isObject()) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            field.at(name, this);
            leave();
        }
    }

    /** Goes through the items of an array; anything else is skipped. */
    void array(Value item) {
        if (!isArray()) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            item.at(this);
            leave();
        }
    }

    /** What nobody took is passed over. */
    private void leave() {
        if (isObject() || isArray()) {
            parser.skipChildren();
        }
    }

    /** The field of an object as text; "" if there is none or it is no single value. */
    static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    /** Takes the value whole. */
    JsonNode value() {
        return parser.readValueAsTree();
    }

    @Override
    public void close() {
        parser.close();
    }
}
