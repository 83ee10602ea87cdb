package org.genjin.index;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Text to terms: words by ICU's rules for all scripts, without case, accents and width; Chinese, Japanese and Korean as
 * pairs of characters, so that any two in a row are found; codes and addresses by their parts, which follow each other.
 *
 * <p>When indexing, each word also carries its stem in the message's language, marked so that it is never mistaken for a
 * word. {@link #speak} sets the language: one thread indexes.
 */
final class TextAnalysis extends Analyzer {

    /** Distance between two texts of one field: no phrase reaches from one into the next. */
    private static final int GAP = 100;

    private static final NormalizeCharMap PARTED = parted();

    private final boolean indexing;
    private final Stems.Current language = new Stems.Current();

    /** @param indexing true to add stems and single characters, false for what is asked */
    TextAnalysis(boolean indexing) {
        this.indexing = indexing;
    }

    /** @param iso639 of the texts that follow; "" for none */
    void speak(String iso639) {
        language.set(iso639);
    }

    /** A term and where in the text it stands. */
    record Term(String text, int position, int start, int end) {}

    /** The terms of a text in order. */
    List<Term> terms(String text) {
        List<Term> terms = new ArrayList<>();
        try (TokenStream stream = tokenStream(Fields.TEXT, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                terms.add(new Term(term.toString(), position, offset.startOffset(), offset.endOffset()));
            }
            stream.end();
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the text is in memory
        }
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        ICUTokenizer words = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
        TokenStream stream = new LowerCaseFilter(words);
        if (indexing) {
            stream = new Stems(stream, language);
        }
        stream = new ICUFoldingFilter(stream);
        stream = new CJKBigramFilter(stream, 0xff, indexing);
        return new TokenStreamComponents(words, stream);
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(PARTED, reader);
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }

    /** Signs that hold words together for ICU but not for somebody who looks for a part. */
    private static NormalizeCharMap parted() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        // MidLetter, MidNum, MidNumLet and ExtendNumLet of UAX #29, and the zero-width blank.
        String signs = "._:;,'’‘·\u0387\u037e\u0589\u05f4\u060c\u060d\u066b\u066c\u07f8\u2024\u2027\u2044\u202f\u203f"
                + "\u2040\u2054\ufe10\ufe13\ufe14\ufe33\ufe34\ufe4d\ufe4e\ufe4f\ufe50\ufe52\ufe54\ufe55\uff07\uff0c\uff0e\uff1a"
                + "\uff1b\uff3f\u200b";
        signs.chars().forEach(sign -> map.add(String.valueOf((char) sign), " "));
        return map.build();
    }
}
