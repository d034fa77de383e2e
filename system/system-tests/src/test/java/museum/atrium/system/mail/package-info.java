/** What the inbox holds for a person, parsed by a mail library and a calendar library. */
@NullMarked
package museum.atrium.system.mail;

import org.jspecify.annotations.NullMarked;
