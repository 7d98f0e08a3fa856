package org.customerfocus.conventions.command;

import jakarta.enterprise.context.RequestScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The digest of the request's body, by which a repeated request is told from another one that uses
/// the same key. Bodies that are bound to a type are digested while they are read; an operation
/// that spools an upload digests it meanwhile and calls [#set] before its [Command] begins.
@RequestScoped
public class RequestFingerprint {

  private byte[] value = sha256().digest();

  public void set(byte[] digest) {
    this.value = digest.clone();
  }

  byte[] value() {
    return value;
  }

  /// SHA-256, which every JDK has.
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
