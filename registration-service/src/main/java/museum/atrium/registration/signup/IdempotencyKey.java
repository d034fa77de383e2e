package museum.atrium.registration.signup;

/** @param bodyHash SHA-256 of the request it came with: the same key with another body is a mistake of the client */
public record IdempotencyKey(String key, byte[] bodyHash) {}
