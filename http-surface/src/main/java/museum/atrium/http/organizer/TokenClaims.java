package museum.atrium.http.organizer;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import museum.atrium.http.account.Grant;
import museum.atrium.http.account.OrganizerAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Whom a token that was found genuine speaks of. */
class TokenClaims {

    private static final String EMAIL = "email";
    private static final int LONGEST_NAME = 200;

    private final OpenIdSettings settings;

    TokenClaims(OpenIdSettings settings) {
        this.settings = settings;
    }

    OrganizerAccount account(Jwt token) {
        Set<Grant> grants = new LinkedHashSet<>();
        texts(token.getClaims(), settings.rolesClaim())
                .flatMap(text -> Stream.of(text.split("\\s+")))
                .forEach(role -> Grant.parse(role).ifPresent(grants::add));
        settings.grants().stream()
                .filter(grant -> isOf(token.getClaims(), grant))
                .map(RoleGrant::grant)
                .forEach(grants::add);
        String subject = requireNonNull(token.getSubject());
        return new OrganizerAccount(settings.issuer() + "#" + subject, name(token, subject), grants);
    }

    private static boolean isOf(Map<String, Object> claims, RoleGrant grant) {
        if (!grant.claim().equals(EMAIL)) {
            return texts(claims, grant.claim()).anyMatch(grant.value()::equals);
        }
        // Whoever may write any address into their profile would else be whom they like.
        return "true".equals(String.valueOf(claims.get("email_verified")))
                && texts(claims, EMAIL)
                        .anyMatch(address -> address.toLowerCase(Locale.ROOT)
                                .equals(grant.value().toLowerCase(Locale.ROOT)));
    }

    private static String name(Jwt token, String subject) {
        String name = Stream.of("name", "preferred_username")
                .flatMap(claim -> texts(token.getClaims(), claim))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(subject);
        String line = name.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.substring(0, Math.min(LONGEST_NAME, line.length()));
    }

    private static Stream<String> texts(Map<String, Object> claims, String path) {
        Object value = at(claims, path);
        List<String> texts = new ArrayList<>();
        if (value instanceof Collection<?> several) {
            several.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .forEach(texts::add);
        } else if (value instanceof String one) {
            texts.add(one);
        }
        return texts.stream();
    }

    /** A claim may itself have dots in its name. */
    private static @Nullable Object at(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        int dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? at(inner, path.substring(dot + 1))
                : null;
    }
}
