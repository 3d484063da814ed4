package org.clausebook.http.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A place in a collection, as a token that only we can make: the values to go on from, sealed
 * (HMAC) together with the filters they belong to.
 */
final class Cursor {

  private static final int SEAL_LENGTH = 12;
  private static final char SEPARATOR = '\u001f';

  private final SecretKeySpec key;

  Cursor(String secret) {
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  String seal(String filters, List<String> values) {
    byte[] payload =
        String.join(String.valueOf(SEPARATOR), values).getBytes(StandardCharsets.UTF_8);
    byte[] token =
        ByteBuffer.allocate(SEAL_LENGTH + payload.length)
            .put(mac(filters, payload))
            .put(payload)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** The values sealed in a token; empty when it was not made here or not for these filters. */
  Optional<List<String>> open(String filters, String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length < SEAL_LENGTH) {
      return Optional.empty();
    }
    byte[] payload = Arrays.copyOfRange(bytes, SEAL_LENGTH, bytes.length);
    if (!MessageDigest.isEqual(Arrays.copyOf(bytes, SEAL_LENGTH), mac(filters, payload))) {
      return Optional.empty();
    }
    return Optional.of(
        List.of(new String(payload, StandardCharsets.UTF_8).split(String.valueOf(SEPARATOR), -1)));
  }

  private byte[] mac(String filters, byte[] payload) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(filters.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Arrays.copyOf(mac.doFinal(payload), SEAL_LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
