package museum.atrium.links;

import java.util.UUID;

/**
 * What a token says once its signature was found good.
 *
 * @param version raised by the owner of the subject to revoke every link that was signed before; who opens a link
 *     compares it with the subject's current version
 */
public record SignedLink(UUID subject, int version) {}
