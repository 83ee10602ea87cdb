package org.genjin.connectors.outlook;

import com.pff.DescriptorIndexNode;
import com.pff.PSTException;
import com.pff.PSTFile;
import com.pff.PSTObject;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/** The properties of an object in a mail store as they lie there, where the library hands them out only decoded. */
final class PstNode extends PSTObject {

    PstNode(PSTFile file, DescriptorIndexNode node) throws PSTException, IOException {
        super(file, node);
    }

    Optional<byte[]> binary(int id) {
        return Optional.ofNullable(getBinaryItem(id)).filter(it -> it.length > 0);
    }

    Optional<String> string(int id) {
        return items.containsKey(id) ? Optional.of(getStringItem(id)) : Optional.empty();
    }

    OptionalInt integer(int id) {
        return items.containsKey(id) ? OptionalInt.of(getIntItem(id)) : OptionalInt.empty();
    }

    /** The object that an entry id (MS-PST 2.4.3.2) of this store names. */
    OptionalInt entry(int id) {
        Optional<byte[]> entry = binary(id).filter(it -> it.length >= 24);
        return entry.isPresent() ? OptionalInt.of(MapiValues.little(entry.get()).getInt(20)) : OptionalInt.empty();
    }
}
