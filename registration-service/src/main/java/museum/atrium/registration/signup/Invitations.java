package museum.atrium.registration.signup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.registration.programme.ActivityId;
import org.jspecify.annotations.Nullable;

/** The invitations that a batch asks for, and how many use them; counted once under their activities' locks. */
final class Invitations {

    private record Key(ActivityId activity, String code) {}

    private final Map<Key, InvitationCode> codes = new HashMap<>();
    private final Map<UUID, Long> used = new HashMap<>();

    Invitations(List<InvitationCodes.Used> found) {
        found.forEach(entry -> {
            codes.put(new Key(entry.code().activity(), entry.code().code()), entry.code());
            used.put(entry.code().id(), entry.used());
        });
    }

    /** @param newcomers how many of the party would use it: who is in already uses nothing */
    boolean admits(ActivityId activity, Party party, int newcomers) {
        InvitationCode code = find(activity, party.code());
        return code != null
                && party.wishes().stream().allMatch(wish -> code.isFor(wish.email()))
                && code.lasts(used.getOrDefault(code.id(), 0L) + newcomers);
    }

    @Nullable UUID use(ActivityId activity, @Nullable String code, int newcomers) {
        InvitationCode found = find(activity, code);
        if (found == null) {
            return null;
        }
        used.merge(found.id(), (long) newcomers, Long::sum);
        return found.id();
    }

    private @Nullable InvitationCode find(ActivityId activity, @Nullable String code) {
        return code == null ? null : codes.get(new Key(activity, InvitationCode.canonical(code)));
    }
}
