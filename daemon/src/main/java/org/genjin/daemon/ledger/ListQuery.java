package org.genjin.daemon.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.genjin.daemon.customer.CustomerId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * A query about many values, {@code … in (<list>)}, asked some values at a time: the database compares each row it finds with
 * the whole list, and reads and plans each query whose text it has not seen just before. So the lists are short and of few
 * lengths, filled up with their last value.
 *
 * <p>No values, no question. Of what several parts find each part's rows come in the order asked for, and what two parts find
 * comes twice, but for {@code distinct}. One thread.
 */
final class ListQuery {

    /** The longest list; a power of two. */
    private static final int LONGEST = 32;

    private final Handle handle;
    private final String sql;
    private final String list;
    private final List<Object> values;
    private final Map<String, @Nullable Object> bound = new LinkedHashMap<>();
    private final Map<String, List<?>> lists = new LinkedHashMap<>();

    /**
     * @param list as the query calls it: {@code <list>}
     * @param values customers are asked for by their numbers
     */
    ListQuery(Handle handle, String list, Collection<?> values, String sql) {
        this.handle = handle;
        this.list = list;
        this.values = values.stream().<Object>map(it -> it instanceof CustomerId customer ? customer.number() : it).distinct().toList();
        this.sql = sql;
    }

    ListQuery bind(String name, @Nullable Object value) {
        bound.put(name, value);
        return this;
    }

    /** A second, short list, which is asked whole each time. */
    ListQuery bindList(String name, List<?> whole) {
        lists.put(name, whole);
        return this;
    }

    <T> List<T> list(RowMapper<T> mapper) {
        List<T> found = new ArrayList<>();
        each(query -> query.map(mapper).forEach(found::add));
        return found;
    }

    <T> List<T> list(Class<T> type) {
        List<T> found = new ArrayList<>();
        each(query -> query.mapTo(type).forEach(found::add));
        return found;
    }

    /** Each of what was found once. */
    <T> List<T> distinct(RowMapper<T> mapper) {
        return list(mapper).stream().distinct().toList();
    }

    /** Each of what was found once. */
    <T> List<T> distinct(Class<T> type) {
        return list(type).stream().distinct().toList();
    }

    private void each(Consumer<Query> ask) {
        for (int from = 0; from < values.size(); from += LONGEST) {
            Query query = handle.createQuery(sql).bindList(list, part(from));
            bound.forEach((name, value) -> query.bind(name, value));
            lists.forEach(query::bindList);
            ask.accept(query);
        }
    }

    private List<Object> part(int from) {
        int size = Math.min(LONGEST, values.size() - from);
        List<Object> part = new ArrayList<>(values.subList(from, from + size));
        int filled = size == 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
        while (part.size() < filled) {
            part.add(part.getLast());
        }
        return part;
    }
}
