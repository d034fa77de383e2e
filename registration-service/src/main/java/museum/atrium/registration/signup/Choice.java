package museum.atrium.registration.signup;

import java.util.Set;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * What a person writes about themselves, chooses and answers.
 *
 * @param sessions null: all
 */
record Choice(Person person, @Nullable Set<SessionId> sessions, Answers answers) {}
