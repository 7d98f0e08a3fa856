package org.customerfocus.conventions.privacy;

/// What a service knows of a party. One bean in each service that refers to parties or customers.
public interface PersonalData {

  /// Hands in everything that is known, within a transaction.
  void read(Subject subject, ArchivePart part);

  /// Erases what identifies, within a transaction. Figures stay, unlinked.
  void erase(Subject subject);
}
