package museum.atrium.registration.showcase;

import java.net.URI;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Elements of an Atom document. */
record Elements(XMLStreamWriter xml) {

    void open(String name, String language) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("xml:lang", language);
    }

    void close() throws XMLStreamException {
        xml.writeEndElement();
    }

    void text(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    void author(String name) throws XMLStreamException {
        xml.writeStartElement("author");
        text("name", name);
        xml.writeEndElement();
    }

    void category(String term) throws XMLStreamException {
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", term);
    }

    void link(String relation, String type, URI address, @Nullable String language) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        if (language != null) {
            xml.writeAttribute("hreflang", language);
        }
        xml.writeAttribute("href", address.toString());
    }

    /** Some characters cannot stand in XML 1.0 at all, not even escaped. */
    private static String allowed(String text) {
        return text.codePoints()
                .filter(Elements::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}
