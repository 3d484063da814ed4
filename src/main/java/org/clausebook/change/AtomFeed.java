package org.clausebook.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.clausebook.http.Exchange;
import org.clausebook.http.Link;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.Renderer;
import org.clausebook.http.language.Language;
import org.clausebook.revision.Action;

/** Changes as an Atom feed (RFC 4287). */
@ApplicationScoped
class AtomFeed implements Renderer {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  /** Each choice of deal and kind is a feed of its own, however much of it is read at a time. */
  private static final Link FEED =
      Link.selfWith(Map.of("since", "", "limit", "", "format", "", "lang", ""));

  @Override
  public String mediaType() {
    return MediaTypes.ATOM;
  }

  @Override
  public boolean renders(Object answer) {
    return answer instanceof ChangePage;
  }

  @Override
  public byte[] render(Object answer, Exchange exchange) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      // The JDK's own, without looking for others by name: in a native binary there is no looking.
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      feed(new Writer(xml, exchange), (ChangePage) answer);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return out.toByteArray();
  }

  private static void feed(Writer feed, ChangePage page) throws XMLStreamException {
    feed.xml.writeStartDocument("UTF-8", "1.0");
    feed.xml.writeStartElement("feed");
    feed.xml.writeDefaultNamespace(ATOM);
    feed.xml.writeAttribute("xml:lang", feed.exchange.language().tag());
    feed.text("id", feed.absolute(FEED));
    feed.text("title", feed.in("Modifications de Clausebook", "Changes to Clausebook"));
    feed.text(
        "updated",
        page.items().stream()
            .map(Change::publishedAt)
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH)
            .toString());
    feed.author("Clausebook");
    feed.link("self", MediaTypes.ATOM, Link.SELF);
    if (page.links().containsKey("next")) {
      feed.link("next", MediaTypes.ATOM, page.links().get("next"));
    }
    for (Change change : page.items()) {
      entry(feed, change);
    }
    feed.xml.writeEndElement();
    feed.xml.writeEndDocument();
  }

  private static void entry(Writer feed, Change change) throws XMLStreamException {
    feed.xml.writeStartElement("entry");
    feed.text("id", feed.id(change.dataset()));
    feed.text(
        "title",
        change.action() == Action.withdrawn
            ? feed.in(change.dossier() + "\u00a0: retrait", change.dossier() + ": withdrawn")
            : feed.in(
                change.dossier() + "\u00a0: révision " + change.revision(),
                change.dossier() + ": revision " + change.revision()));
    feed.text("published", change.publishedAt().toString());
    feed.text("updated", change.publishedAt().toString());
    feed.author(change.author().subject());
    feed.link("alternate", MediaTypes.JSON, change.links().get("revision"));
    feed.xml.writeEmptyElement("category");
    feed.xml.writeAttribute("term", change.kind().name());
    feed.text("summary", change.note());
    feed.xml.writeEndElement();
  }

  /** The elements that feed and entries share. */
  private record Writer(XMLStreamWriter xml, Exchange exchange) {

    void text(String name, String text) throws XMLStreamException {
      xml.writeStartElement(name);
      xml.writeCharacters(
          text.replaceAll(
              "[^\\x09\\x0A\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD"));
      xml.writeEndElement();
    }

    void author(String name) throws XMLStreamException {
      xml.writeStartElement("author");
      text("name", name);
      xml.writeEndElement();
    }

    void link(String relation, String type, Link link) throws XMLStreamException {
      xml.writeEmptyElement("link");
      xml.writeAttribute("rel", relation);
      xml.writeAttribute("type", type);
      xml.writeAttribute("href", absolute(link));
    }

    String absolute(Link link) {
      return exchange.addresses().absolute(link);
    }

    /** A tag URI (RFC 4151): it names the change, wherever the feed is read. */
    String id(long dataset) {
      return "tag:" + URI.create(exchange.addresses().base()).getHost() + ",2026:change:" + dataset;
    }

    String in(String french, String english) {
      return exchange.language() == Language.FR ? french : english;
    }
  }
}
