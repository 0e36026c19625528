package shop.kontor.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.ibatis.builder.xml.XMLMapperEntityResolver;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
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

    /** The parts that MyBatis runs. */
    List<Element> statements() {
        return parts().stream()
                .filter(part -> part.getTagName().matches("select|insert|update|delete"))
                .toList();
    }

    /** The SQL of a statement with all its branches and fragments, in one line; values are question marks. */
    String sql(Element statement) {
        return expanded(statement)
                .replaceAll("[#$]\\{[^}]*}|'[^']*'", "?")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private String expanded(Node node) {
        if (node instanceof Text text) {
            return text.getData();
        }
        var parent = node instanceof Element element && element.getTagName().equals("include")
                ? fragment(element.getAttribute("refid"))
                : node;
        var children = parent.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(i -> expanded(children.item(i)))
                .collect(Collectors.joining(" "));
    }

    private Element fragment(String id) {
        return all("sql").stream()
                .filter(sql -> sql.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
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
