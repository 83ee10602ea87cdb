package org.genjin.daemon.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.genjin.index.IndexEntry;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The texts of some messages' attachments, as far as they have been read. */
public final class DocumentText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, List<IndexEntry.Part>> byContent;

    private DocumentText(Map<String, List<IndexEntry.Part>> byContent) {
        this.byContent = byContent;
    }

    public static DocumentText load(
            Transaction tx, Archive archive, Collection<? extends Collection<AttachmentTable.Row>> attachments) {
        Set<String> hashes = new TreeSet<>();
        for (Collection<AttachmentTable.Row> rows : attachments) {
            for (AttachmentTable.Row row : rows) {
                String hash = row.contentHash();
                if (hash != null) {
                    hashes.add(hash);
                }
            }
        }
        Map<String, List<IndexEntry.Part>> byContent = new HashMap<>();
        tx.attachments().extractions(hashes).forEach((hash, extraction) -> {
            String text = extraction.textHash();
            if (text != null) {
                archive.bytes(tx, text).ifPresent(bytes -> byContent.put(hash, decode(bytes)));
            }
        });
        return new DocumentText(byContent);
    }

    /** The documents of one message with their texts, for the index. */
    public List<IndexEntry.AttachmentText> of(List<AttachmentTable.Row> attachments) {
        List<IndexEntry.AttachmentText> documents = new ArrayList<>();
        for (AttachmentTable.Row row : attachments) {
            String hash = row.contentHash();
            documents.add(new IndexEntry.AttachmentText(
                    row.name(), row.type(), hash == null ? List.of() : byContent.getOrDefault(hash, List.of())));
        }
        return documents;
    }

    /** The parts as the store keeps them. */
    public static byte[] encode(List<IndexEntry.Part> parts) {
        return JSON.writeValueAsBytes(parts);
    }

    private static List<IndexEntry.Part> decode(byte[] bytes) {
        return JSON.readValue(bytes, new TypeReference<List<IndexEntry.Part>>() {});
    }
}
