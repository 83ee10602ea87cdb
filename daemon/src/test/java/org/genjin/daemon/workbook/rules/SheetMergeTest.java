package org.genjin.daemon.workbook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who wins between a workbook and the ledger. */
class SheetMergeTest {

    private static final List<String> KEYS = List.of("grade", "stage", "notes", "=own");
    private static final int ROWS = 3;

    /** A ledger, a workbook, and a person at each, in ten thousand orders of their doings. */
    private static final class World {
        final Random random;
        final Snapshot ledger = new Snapshot();
        final Map<String, String> byHand = new HashMap<>();
        final Map<Long, Snapshot> written = new HashMap<>();
        final Map<Long, Snapshot> seen = new HashMap<>();
        Snapshot file = new Snapshot();
        long fileRevision;
        Snapshot opened = new Snapshot();
        long openedRevision;
        long revision;
        int next;

        World(long seed) {
            random = new Random(seed);
            for (long id = 1; id <= ROWS; id++) {
                for (String key : KEYS) {
                    ledger.put(id, key, key.equals("=own") ? "" : "start");
                }
                ledger.put(id, "name", "Firm " + id);
            }
            write();
            open();
        }

        String cell(long id, String key) {
            return id + " " + key;
        }

        /** Rules and messages change what nobody set by hand. */
        void daemon() {
            long id = 1 + random.nextInt(ROWS);
            String key = KEYS.get(random.nextInt(2));
            if (!byHand.containsKey(cell(id, key))) {
                ledger.put(id, key, "rule" + next++);
            }
        }

        /** A person sets a value on the page. */
        void page() {
            long id = 1 + random.nextInt(ROWS);
            String key = KEYS.get(random.nextInt(KEYS.size()));
            ledger.put(id, key, "page" + next++);
            byHand.put(cell(id, key), ledger.rows().get(id).get(key));
        }

        /** A spreadsheet program reads the file, and may hold it for long. */
        void open() {
            opened = file.copy();
            openedRevision = fileRevision;
        }

        /** It saves what it has, with some cells typed over. */
        void save() {
            Map<String, String> typed = new HashMap<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                long id = 1 + random.nextInt(ROWS);
                String key = KEYS.get(random.nextInt(KEYS.size()));
                String value = "typed" + next++;
                opened.put(id, key, value);
                typed.put(cell(id, key), value);
            }
            file = opened.copy();
            fileRevision = openedRevision;
            if (read()) {
                byHand.putAll(typed);
            }
        }

        boolean read() {
            List<FoundRow> rows = new ArrayList<>();
            file.rows().forEach((id, cells) -> {
                Map<String, Told> told = new HashMap<>();
                cells.forEach((key, value) -> told.put(key, new Told.Value(value)));
                rows.add(new FoundRow(id.intValue() + 1, Optional.of(id), false, fileRevision, told, Map.of()));
            });
            SheetMerge.Merged merged = new SheetMerge(written, seen, ledger, false).merge(rows, List.of());
            for (SheetEdit edit : merged.edits()) {
                if (edit instanceof SheetEdit.Set it) {
                    ledger.put(it.customer(), it.key(), it.value());
                }
            }
            if (written.containsKey(merged.revision())) {
                seen.put(merged.revision(), merged.seen());
            }
            return written.containsKey(fileRevision);
        }

        void write() {
            if (revision > 0) {
                read();
            }
            revision++;
            file = ledger.copy();
            fileRevision = revision;
            written.put(revision, file.copy());
            seen.put(revision, file.copy());
            written.remove(revision - 6);
            seen.remove(revision - 6);
        }
    }

    @Test
    void inTenThousandOrdersOfHandSheetAndDaemonNoValueSetByHandIsOverwritten() {
        for (long seed = 0; seed < 10_000; seed++) {
            World world = new World(seed);
            for (int step = 0; step < 30; step++) {
                switch (world.random.nextInt(5)) {
                    case 0 -> world.daemon();
                    case 1 -> world.page();
                    case 2 -> world.open();
                    case 3 -> world.save();
                    default -> world.write();
                }
                for (Map.Entry<String, String> it : world.byHand.entrySet()) {
                    String[] cell = it.getKey().split(" ", 2);
                    assertThat(world.ledger.rows().get(Long.parseLong(cell[0])).get(cell[1]))
                            .as("seed %s step %s cell %s", seed, step, it.getKey())
                            .isEqualTo(it.getValue());
                }
            }
        }
    }

    @Test
    void aValueTypedBackToWhatItWasIsAChangeToo() {
        World world = new World(1);
        world.file.put(1, "grade", "A");
        world.read();
        world.file.put(1, "grade", "start");
        world.read();
        assertThat(world.ledger.rows().get(1L).get("grade")).isEqualTo("start");
    }

    @Test
    void aRowOfARevisionThatNobodyKnowsSaysNothing() {
        World world = new World(1);
        world.file.put(1, "grade", "old");
        world.fileRevision = 77;
        world.read();
        assertThat(world.ledger.rows().get(1L).get("grade")).isEqualTo("start");
    }

    @Test
    void aSnapshotIsReadBackAsItWasWritten() {
        Snapshot snapshot = new Snapshot();
        snapshot.put(7, "=喜好\t\\n", "a\nb\tc\\ \\n");
        assertThat(Snapshot.of(snapshot.text()).rows()).isEqualTo(snapshot.rows());
    }
}
