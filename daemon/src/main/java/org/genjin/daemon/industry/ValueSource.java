package org.genjin.daemon.industry;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;

/** Where a column's values come from. */
public sealed interface ValueSource {

    /**
     * A fact of the trade that was read.
     *
     * @param field what of it is the value
     * @param where what else it must say: field → value
     * @param only the values that count; empty: all
     */
    record Facts(FactType type, FactField field, Map<FactField, String> where, Set<String> only) implements ValueSource {
        public Facts {
            where = Map.copyOf(where);
            only = Set.copyOf(only);
        }
    }

    /**
     * A file that came with a message; its name is the value.
     *
     * @param endings without point: files that count whatever they are called
     * @param words one of these in its name makes any document, picture or archive count
     */
    record Files(Set<String> endings, List<String> words) implements ValueSource {
        public Files {
            endings = Set.copyOf(endings);
            words = List.copyOf(words);
        }
    }

    /**
     * What is said in words.
     *
     * @param by whose words count
     * @param asked whether a question counts too
     * @param documents whether words of attached documents count too
     * @param unless a value that begins with one of these is none
     * @param with one of these must be said too, anywhere in the same text; empty: nothing must
     */
    record Words(By by, boolean asked, boolean documents, Telling telling, List<String> unless, List<String> with) implements ValueSource {
        public Words {
            unless = List.copyOf(unless);
            with = List.copyOf(with);
        }
    }

    /** Whose words count. */
    enum By {
        CUSTOMER,
        US,
        BOTH
    }

    /** What in a text tells a value. */
    sealed interface Telling {

        /** A value of some shape behind one of these words; one that begins with a hyphen announces none: {@code -letter of credit}. */
        record Behind(List<String> words, Shape shape) implements Telling {
            public Behind {
                words = List.copyOf(words);
            }
        }

        /** Text that matches; its first group if it has one. Linear in time. */
        record Matching(Pattern pattern, Check check) implements Telling {}

        /** The words of one of the column's choices; of a column of yes and no, these words mean yes. */
        record Chosen(List<String> yes) implements Telling {
            public Chosen {
                yes = List.copyOf(yes);
            }
        }
    }

    /** What must be right about a text that matches. */
    enum Check {
        NONE,
        /** The last figure of a CAS number follows from the others. */
        CAS
    }
}
