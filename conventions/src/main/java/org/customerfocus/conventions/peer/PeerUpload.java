package org.customerfocus.conventions.peer;

import java.io.IOException;
import java.io.OutputStream;

/// The body of a call that is too large to be kept until it is made: written when it is, anew with
/// each attempt. Any bean of this type is asked.
public interface PeerUpload {

  /// What calls name it by; kept with them.
  String name();

  /// Writes the body, inside the call's tenant and outside of a transaction.
  ///
  /// @param about what the call keeps instead of it, JSON
  void write(String about, OutputStream to) throws IOException;
}
