package org.genjin.daemon.cli;

import java.util.Iterator;
import org.genjin.connectors.Connectors;

/** What files can be given as, for {@code --as} in help and completion. Made by picocli. */
final class FormatNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Connectors.formats().iterator();
    }
}
