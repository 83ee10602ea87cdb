package org.genjin.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;

/** A text of a document, searchable by its words and, if its language is given, by their stems. */
final class Words extends Field {

    private static final FieldType TYPE = TextField.TYPE_NOT_STORED;

    private final String text;
    private final Stems.@Nullable Language stems;

    Words(String field, String text, Stems.@Nullable Language stems) {
        super(field, text, TYPE);
        this.text = text;
        this.stems = stems;
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
        Terms terms = reuse instanceof Terms used ? used : new Terms();
        terms.begin(text, stems);
        return terms;
    }

    /** No analyzer: every text brings its terms along. It only says how far texts of one field are from each other. */
    static final class Apart extends Analyzer {

        /** No phrase reaches from one text into the next. */
        private static final int GAP = 100;

        @Override
        protected TokenStreamComponents createComponents(String field) {
            throw new IllegalStateException("field " + field + " brings no terms");
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return GAP;
        }
    }

    private static final class Terms extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final Segmenter segmenter = new Segmenter(true);
        private String text = "";
        private Stems.@Nullable Language stems;
        private String stem = "";

        void begin(String next, Stems.@Nullable Language language) {
            text = next;
            stems = language;
        }

        @Override
        public void reset() {
            segmenter.begin(text);
            stem = "";
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!stem.isEmpty()) {
                term.append(stem);
                step.setPositionIncrement(0);
                stem = "";
                return true;
            }
            if (!segmenter.next()) {
                return false;
            }
            term.append(segmenter.term());
            step.setPositionIncrement(segmenter.step());
            Stems.Language language = stems;
            if (language != null && segmenter.isWord()) {
                stem = language.stem(text.substring(segmenter.start(), segmenter.end()));
            }
            return true;
        }
    }
}
