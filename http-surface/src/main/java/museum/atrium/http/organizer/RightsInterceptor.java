package museum.atrium.http.organizer;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import museum.atrium.http.Refusal;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.http.account.OrganizerCall;
import museum.atrium.http.account.OrganizerRights;
import org.springframework.web.servlet.HandlerInterceptor;

/** Asks the service about every call of somebody signed in, whatever its path: what it forgot to name is asked about, too. */
class RightsInterceptor implements HandlerInterceptor {

    private final OrganizerRights rights;
    private final AccessRules rules;

    RightsInterceptor(OrganizerRights rights, AccessRules rules) {
        this.rights = rights;
        this.rules = rules;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            OrganizerAccount.current()
                    .ifPresent(account ->
                            rights.refuseUnlessAllowed(account, OrganizerCall.of(rules.accessOf(request), request)));
        }
        return true;
    }

    static void everywhereOrNowhere(OrganizerAccount account, OrganizerCall call) {
        if (!account.mayEverywhere(call.access())) {
            throw Refusal.forbidden(
                    "This needs a role that no network and no series limits: whose this is, is not known here.");
        }
    }
}
