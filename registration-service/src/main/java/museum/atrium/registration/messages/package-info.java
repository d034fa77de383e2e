/** What organisers write to a part of an activity's audience: to whom it would go, in which words, and what was sent. */
@NullMarked
package museum.atrium.registration.messages;

import org.jspecify.annotations.NullMarked;
