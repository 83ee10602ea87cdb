package org.genjin.daemon.customerlist.file;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** XML, element by element: without document types, so that nothing outside the file can be reached and nothing grows. */
final class Xml {

    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Told of each element as it begins; may read on, up to that element's end. */
    interface Visitor {
        void begin(String element, XMLStreamReader xml) throws XMLStreamException, ListRefused;
    }

    static void walk(InputStream in, String name, Visitor visitor) throws IOException, ListRefused {
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    visitor.begin(xml.getLocalName(), xml);
                }
            }
        } catch (XMLStreamException e) {
            throw broken(name, e);
        }
    }

    static ListRefused broken(String name, Exception cause) throws IOException {
        for (Throwable it = cause; it != null; it = it.getCause()) {
            if (it instanceof TooLarge) {
                return ListReader.tooLarge(name);
            }
        }
        if (cause instanceof XMLStreamException stream && stream.getNestedException() instanceof IOException io) {
            if (io instanceof TooLarge) {
                return ListReader.tooLarge(name);
            }
        }
        return new ListRefused(name + " is damaged; open it in the program it comes from, save it once more and try again.", cause);
    }

    /** All text within the element just begun, those named {@code without} excepted; ends at the element's end. */
    static String text(XMLStreamReader xml, String without) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int silent = 0;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (silent > 0 || xml.getLocalName().equals(without)) {
                        silent++;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    silent = Math.max(0, silent - 1);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (silent == 0) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> depth = 0;
                default -> {}
            }
        }
        return text.toString();
    }

    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    static int number(XMLStreamReader xml, String name, int otherwise) {
        String value = attribute(xml, name);
        return value == null || !value.matches("\\d{1,9}") ? otherwise : Integer.parseInt(value);
    }

    static boolean flag(XMLStreamReader xml, String name) {
        String value = attribute(xml, name);
        return value != null && (value.equals("1") || value.equals("true"));
    }

    /** A file within a zip has grown beyond all measure. */
    static final class TooLarge extends IOException {}

    /** Ends with {@link TooLarge} after so many bytes. */
    static InputStream bounded(InputStream in, long most) {
        return new InputStream() {
            private long left = most;

            @Override
            public int read() throws IOException {
                spend(1);
                return in.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = in.read(into, offset, length);
                spend(Math.max(read, 0));
                return read;
            }

            private void spend(int bytes) throws TooLarge {
                left -= bytes;
                if (left < 0) {
                    throw new TooLarge();
                }
            }
        };
    }
}
