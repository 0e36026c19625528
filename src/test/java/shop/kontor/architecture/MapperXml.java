package shop.kontor.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.ibatis.builder.xml.XMLMapperEntityResolver;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The statements of a mapper, as they stand in its file.
 *
 * @param path below the folder of resources
 * @param text without its comments
 */
record MapperXml(Path path, String text, Element root) {

    static final Path RESOURCES = Path.of("src/main/resources");

    static MapperXml of(Path file) throws IOException {
        return of(RESOURCES.relativize(file), Files.readString(file));
    }

    static MapperXml of(Path path, String text) throws IOException {
        try {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setEntityResolver(new XMLMapperEntityResolver());
            var root = builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
            return new MapperXml(path, text.replaceAll("(?s)<!--.*?-->", ""), root);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(path + " is not XML", e);
        }
    }

    String namespace() {
        return root.getAttribute("namespace");
    }

    /** What stands right below the root, in its order. */
    List<Element> parts() {
        return elements(root.getChildNodes());
    }

    /** All elements of a name, wherever they stand. */
    List<Element> all(String name) {
        return elements(root.getElementsByTagName(name));
    }

    /** The SQL alone: no attributes, no comments, no parameters and no texts in quotes. */
    String sql() {
        return root.getTextContent().replaceAll("[#$]\\{[^}]*}|'[^']*'", "");
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
