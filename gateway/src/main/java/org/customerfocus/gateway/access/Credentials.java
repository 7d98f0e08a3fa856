package org.customerfocus.gateway.access;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.token.TokenSigner;
import org.customerfocus.gateway.contract.Contract;
import org.jspecify.annotations.Nullable;

/// Turns credentials into internal tokens. A look-up and a signature cost milliseconds, so what
/// they led to is remembered for 30 seconds: a change made by this process is seen at once, one
/// made by another gateway within that time.
@ApplicationScoped
public class Credentials {

  /// Everything a tenant can do: stands for all scopes but the operator's.
  public static final String ADMIN = "admin";

  private static final Duration REMEMBERED = Duration.ofSeconds(30);
  // A credential in use is looked up again before it is forgotten, so that no request waits for it.
  private static final Duration RENEWED = Duration.ofSeconds(20);
  private static final int MOST = 50_000;
  private static final Pattern HANDLE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

  private static final Access UNKNOWN =
      new Access.Refused("The API key is unknown, revoked or expired. Use a valid one.");

  private final CredentialRepository repository;
  private final TokenSigner signer;
  private final InstantSource clock;
  private final Set<String> tenantScopes;
  private final byte[] operatorDigest;
  private final AsyncLoadingCache<String, Access> keys;
  private final AsyncLoadingCache<Link, Access> links;

  private record Link(String handle, String scope) {}

  Credentials(
      CredentialRepository repository,
      TokenSigner signer,
      InstantSource clock,
      Contract contract,
      AccessConfig config) {
    this.repository = repository;
    this.signer = signer;
    this.clock = clock;
    this.tenantScopes = new HashSet<>(contract.scopes());
    tenantScopes.remove(Operator.SCOPE);
    tenantScopes.add(ADMIN);
    this.operatorDigest =
        config
            .operatorKeyHash()
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .getBytes(StandardCharsets.US_ASCII);
    Caffeine<Object, Object> remembering =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(REMEMBERED)
            .refreshAfterWrite(RENEWED)
            .executor(Executors.newVirtualThreadPerTaskExecutor());
    this.keys = remembering.buildAsync(this::lookUpKey);
    this.links = remembering.buildAsync(this::lookUpLink);
  }

  /// Every scope that an API key may have.
  public Set<String> grantable() {
    return Set.copyOf(tenantScopes);
  }

  /// What a bearer credential leads to; fails when the look-up itself does.
  public CompletableFuture<Access> find(String credential) {
    String digest = KeySecret.digest(credential);
    // The operator's key has the form that its owner chose.
    if (!KeySecret.plausible(credential) && !isOperator(digest)) {
      return CompletableFuture.completedFuture(UNKNOWN);
    }
    return keys.get(digest).thenApply(this::unlessExpired);
  }

  /// The token of a public link: for its tenant, with one scope. The service checks the secret.
  public CompletableFuture<Access> findLink(String handle, String scope) {
    return HANDLE.matcher(handle).matches()
        ? links.get(new Link(handle, scope))
        : CompletableFuture.completedFuture(UNKNOWN);
  }

  private Access unlessExpired(Access access) {
    boolean expired =
        access instanceof Access.Granted granted
            && granted.expiresAt() != null
            && !granted.expiresAt().isAfter(clock.instant());
    return expired ? UNKNOWN : access;
  }

  private Access lookUpKey(String digest) {
    if (isOperator(digest)) {
      return grant(Operator.CALLER, null);
    }
    CredentialRepository.Key key = repository.findKey(digest);
    if (key == null || key.revoked()) {
      return UNKNOWN;
    }
    if (key.suspended()) {
      return new Access.Refused("The tenant is suspended. Ask the platform's operator.");
    }
    Set<String> scopes = key.scopes().contains(ADMIN) ? tenantScopes : key.scopes();
    return grant(
        new Caller(key.tenant(), "key:" + key.id(), scopes, null, key.test(), key.handle()),
        key.expiresAt());
  }

  private Access lookUpLink(Link link) {
    CredentialRepository.LinkTenant tenant = repository.findTenant(link.handle());
    return tenant == null || tenant.suspended()
        ? UNKNOWN
        : grant(
            new Caller(
                tenant.id(), "link", Set.of(link.scope()), null, tenant.test(), tenant.handle()),
            null);
  }

  private Access grant(Caller caller, @Nullable Instant expiresAt) {
    return new Access.Granted(caller, "Bearer " + signer.sign(caller), expiresAt);
  }

  private boolean isOperator(String digest) {
    return MessageDigest.isEqual(operatorDigest, digest.getBytes(StandardCharsets.US_ASCII));
  }

  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CredentialsChanged change) {
    if (change.digest() != null) {
      keys.synchronous().invalidate(change.digest());
    } else {
      // Tenants change rarely; which of the remembered keys are theirs is not worth an index.
      keys.synchronous().invalidateAll();
      links.synchronous().invalidateAll();
    }
  }
}
