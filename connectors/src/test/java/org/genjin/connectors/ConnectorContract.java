package org.genjin.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every connector. The source under test has {@link #count} readable messages in its first mailbox. */
public abstract class ConnectorContract {

    /** Opens the source; called several times in one test. */
    protected abstract Connector open() throws ConnectorException;

    protected abstract int count();

    private static List<String> keys(Batch batch) {
        return batch.messages().stream().map(it -> it.key().value()).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000})
    void everyMessageComesOnceWhateverTheLimit(int limit) throws ConnectorException {
        List<String> keys = new ArrayList<>();
        try (Connector connector = open()) {
            Mailbox mailbox = connector.mailboxes().getFirst();
            Cursor cursor = Cursor.START;
            Batch batch;
            do {
                batch = connector.pull(mailbox, cursor, limit);
                assertThat(batch.messages().size()).isLessThanOrEqualTo(limit);
                keys.addAll(keys(batch));
                cursor = batch.next();
            } while (!batch.drained());
            assertThat(connector.pull(mailbox, cursor, limit).messages()).as("drained is drained").isEmpty();
        }
        Set<String> distinct = new TreeSet<>(keys);
        assertThat(distinct).hasSize(count());
        assertThat(keys).hasSize(count());
    }

    @Test
    void pullingTwiceWithTheSameCursorGivesTheSameAlsoAfterOpeningAnew() throws ConnectorException {
        Cursor next;
        List<String> first;
        List<String> second;
        try (Connector connector = open()) {
            Mailbox mailbox = connector.mailboxes().getFirst();
            Batch batch = connector.pull(mailbox, Cursor.START, 2);
            first = keys(batch);
            next = batch.next();
            assertThat(keys(connector.pull(mailbox, Cursor.START, 2))).isEqualTo(first);
            second = keys(connector.pull(mailbox, next, 2));
        }
        try (Connector connector = open()) {
            assertThat(keys(connector.pull(connector.mailboxes().getFirst(), next, 2))).isEqualTo(second).doesNotContainAnyElementsOf(first);
        }
    }

    @Test
    void aCursorOfAnotherKindMeansFromTheBeginning() throws ConnectorException {
        try (Connector connector = open()) {
            Mailbox mailbox = connector.mailboxes().getFirst();
            assertThat(keys(connector.pull(mailbox, new Cursor("written by something else"), 2)))
                    .isEqualTo(keys(connector.pull(mailbox, Cursor.START, 2)));
        }
    }

    @Test
    void mailboxesAreListedInTheSameOrderAndClosingTwiceHasNoEffect() throws ConnectorException {
        Connector connector = open();
        assertThat(connector.mailboxes()).isNotEmpty().isEqualTo(connector.mailboxes());
        connector.close();
        connector.close();
    }
}
