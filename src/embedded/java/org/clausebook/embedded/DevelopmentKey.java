package org.clausebook.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clausebook.access.DevelopmentIssuer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The key pair of this machine, readable by its owner only. */
public final class DevelopmentKey implements DevelopmentIssuer {

  private static final String FILE = "token-key.json";

  @Override
  public Optional<String> keys() {
    return read()
        .map(key -> new JsonWebKeySet(List.of(key)).toJson(OutputControlLevel.PUBLIC_ONLY));
  }

  /** Made when it is first needed. */
  static PublicJsonWebKey readOrMake() {
    return read().orElseGet(DevelopmentKey::make);
  }

  private static Optional<PublicJsonWebKey> read() {
    Path file = EmbeddedDirectory.path().resolve(FILE);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JoseException e) {
      throw new IllegalStateException("Not a key; delete " + file, e);
    }
  }

  private static PublicJsonWebKey make() {
    Path file = EmbeddedDirectory.path().resolve(FILE);
    try {
      PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId("development");
      Files.createDirectories(file.getParent());
      Files.createFile(file);
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(
            file, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
      }
      Files.writeString(file, key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JoseException e) {
      throw new IllegalStateException("Every Java platform has P-256", e);
    }
  }
}
