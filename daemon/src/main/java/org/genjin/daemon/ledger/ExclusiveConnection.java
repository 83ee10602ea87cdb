package org.genjin.daemon.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;

/** A connection that gives something back when it is closed, once. */
final class ExclusiveConnection {

    private ExclusiveConnection() {}

    static Connection around(Connection connection, Runnable onClose) {
        AtomicBoolean open = new AtomicBoolean(true);
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    } finally {
                        if (method.getName().equals("close") && open.getAndSet(false)) {
                            onClose.run();
                        }
                    }
                });
    }
}
