/** Keeps sign-up from robots and from filling strangers' mailboxes, without asking anybody else and without a riddle for people. */
@NullMarked
package museum.atrium.registration.defence;

import org.jspecify.annotations.NullMarked;
