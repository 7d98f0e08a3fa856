package org.customerfocus.conventions.privacy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/// What a service knows of a party. One bean in each service that refers to parties or customers.
public interface PersonalData {

  /// Hands in everything that is known.
  ///
  /// @param connection shows one state of the database, and is for reading only
  void read(Subject subject, Connection connection, ArchivePart part)
      throws SQLException, IOException;

  /// Erases what identifies, within a transaction. Figures stay, unlinked.
  void erase(Subject subject);
}
