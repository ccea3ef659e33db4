package org.kithway.benchmarks;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectReader;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a format's library alone takes to hand out each value of a file as a text: the least that a
 * reader of the whole file has to do.
 */
enum PlainParsing {
    /** FastCSV: every field of every row. */
    CSV {
        @Override
        long values(InputStream in) throws IOException {
            long characters = 0;
            try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(text(in))) {
                for (CsvRecord row : rows) {
                    for (String field : row.getFields()) {
                        characters += field.length();
                    }
                }
            }
            return characters;
        }
    },
    /** jackson-core: the text of every name, string and number. */
    JSON {
        @Override
        long values(InputStream in) throws IOException {
            long characters = 0;
            try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
                for (JsonToken token = parser.nextToken();
                        token != null;
                        token = parser.nextToken()) {
                    if (token == JsonToken.PROPERTY_NAME) {
                        characters += parser.currentName().length();
                    } else if (token.isScalarValue()) {
                        characters += parser.getString().length();
                    }
                }
            }
            return characters;
        }
    },
    /** The same behind the assignment that makes a script of it. */
    SCRIPT {
        @Override
        long values(InputStream in) throws IOException {
            int c = in.read();
            while (c >= 0 && c != '=') {
                c = in.read();
            }
            return JSON.values(in);
        }
    },
    /** The JDK's StAX: every name, attribute and text. */
    XML {
        @Override
        long values(InputStream in) throws IOException {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
            factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
            long characters = 0;
            try {
                XMLStreamReader xml = factory.createXMLStreamReader(in);
                while (xml.hasNext()) {
                    int event = xml.next();
                    if (event == XMLStreamConstants.START_ELEMENT) {
                        characters += xml.getLocalName().length();
                        for (int i = 0; i < xml.getAttributeCount(); i++) {
                            characters += xml.getAttributeValue(i).length();
                        }
                    } else if (event == XMLStreamConstants.CHARACTERS) {
                        characters += xml.getText().length();
                    }
                }
                return characters;
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        }
    },
    /** jsoup's stream parser: the own text of every element. */
    HTML {
        @Override
        long values(InputStream in) throws IOException {
            long characters = 0;
            try (StreamParser parser = new StreamParser(Parser.htmlParser())) {
                parser.parse(text(in), "");
                for (Iterator<Element> i = parser.iterator(); i.hasNext(); ) {
                    Element element = i.next();
                    characters += element.ownText().length();
                    if (!element.nameIs("body") && !element.nameIs("html")) {
                        element.remove();
                    }
                }
            }
            return characters;
        }
    },
    /** vinnie, the parser under ez-vcard: every property's value. */
    VCARD {
        @Override
        long values(InputStream in) throws IOException {
            long[] characters = {0};
            try (VObjectReader reader = new VObjectReader(text(in), SyntaxRules.vcard())) {
                reader.parse(
                        new VObjectDataAdapter() {
                            @Override
                            public void onProperty(VObjectProperty property, Context context) {
                                characters[0] += property.getValue().length();
                            }
                        });
            }
            return characters[0];
        }
    },
    /** The JDK's own reader of lines. */
    LINES {
        @Override
        long values(InputStream in) throws IOException {
            long characters = 0;
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    characters += line.length();
                }
            }
            return characters;
        }
    };

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Hands out all values; how many characters they have. */
    abstract long values(InputStream in) throws IOException;

    private static Reader text(InputStream in) {
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
