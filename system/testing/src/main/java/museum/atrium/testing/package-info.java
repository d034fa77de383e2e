/** What tests share: real servers, checks against the contracts, architecture rules and waiting. */
@NullMarked
package museum.atrium.testing;

import org.jspecify.annotations.NullMarked;
