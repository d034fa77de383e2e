package museum.atrium.registration.showcase;

import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.PersonalDataSettings;
import museum.atrium.registration.programme.SignUpState;
import museum.atrium.registration.signup.SignUpSheet;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Shows an activity to everyone, with the form to sign up as long as one can. */
@Component
class SignUpPage {

    private final Page page;
    private final ActivityPage activityPage;
    private final PersonalDataSettings personalData;

    SignUpPage(Page page, ActivityPage activityPage, PersonalDataSettings personalData) {
        this.page = page;
        this.activityPage = activityPage;
        this.personalData = personalData;
    }

    /** As somebody finds it who comes to it. */
    Page.Content of(Activity activity, Reader reader) {
        Page.Content content = activityPage.of(activity, reader);
        return takesSignUps(activity)
                ? content.with("signUp", SignUpSheet.empty(activity, showing(activity, reader)))
                : content;
    }

    /** As somebody sees it again whose sign-up was not taken: with what they entered, unless nobody can sign up. */
    Page.Content refused(Activity activity, Reader reader, MultiValueMap<String, String> fields, Refusal refusal) {
        Page.Content content = activityPage.of(activity, reader);
        if (takesSignUps(activity) && !refusal.slug().equals("sign-up-closed")) {
            return content.with("signUp", SignUpSheet.refused(activity, showing(activity, reader), fields, refusal));
        }
        boolean full = activity.signUpState(page.now()) == SignUpState.FULL;
        return content.with("notTaken", full ? "full" : "sign-up-closed");
    }

    private boolean takesSignUps(Activity activity) {
        return switch (activity.signUpState(page.now())) {
            case OPEN, INTEREST, WAITLIST -> true;
            case FULL, CLOSED -> false;
        };
    }

    private SignUpSheet.Showing showing(Activity activity, Reader reader) {
        return new SignUpSheet.Showing(
                reader.wording(),
                reader.timeZone(),
                text -> reader.told(text, activity.language()),
                personalData.periodOf(activity),
                page.now());
    }
}
