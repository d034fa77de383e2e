/** What a composed mail is like for the program that receives it and the person who reads it. */
@NullMarked
package museum.atrium.notification.composing;

import org.jspecify.annotations.NullMarked;
